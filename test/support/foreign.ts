/** One document of each engine that ours takes in: assignment, expressions, mappings, calls, a decision, a diagram, and things that have no equal. */
const around = (vendor: string, uri: string, content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:${vendor}="${uri}" xmlns:other="urn:other" id="defs" targetNamespace="urn:test" exporter="Modeler">
  <bpmn:process id="P" name="试办" isExecutable="true" ${vendor}:versionTag="1.0" other:colour="red">
    <bpmn:startEvent id="s"/>
    ${content}
    <bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
    <bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
    <bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="c"/>
    <bpmn:sequenceFlow id="f4" sourceRef="c" targetRef="g"/>
    <bpmn:sequenceFlow id="f6" sourceRef="g" targetRef="e"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="d1"><bpmndi:BPMNPlane id="p1" bpmnElement="P">
    <bpmndi:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="100" y="80" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="a_di" bpmnElement="a" other:shade="dark"><dc:Bounds x="200" y="58.5" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="136" y="98"/><di:waypoint x="200" y="98"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

const gateway = (condition: string): string => `<bpmn:exclusiveGateway id="g" default="f6"/>
    <bpmn:sequenceFlow id="f5" sourceRef="g" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;

/** Camunda 7, Operaton, Flowable and Activiti; the prefix is the document's own. */
export const likeCamunda = (vendor: string, uri: string): string =>
  around(
    vendor,
    uri,
    `<bpmn:userTask id="a" ${vendor}:assignee="\${clerk}" ${vendor}:candidateGroups="cdi.head" ${vendor}:dueDate="P3D" ${vendor}:formKey="clue" ${vendor}:priority="50">
      <bpmn:extensionElements>
        <${vendor}:inputOutput><${vendor}:inputParameter name="x">\${amount &gt; 5}</${vendor}:inputParameter></${vendor}:inputOutput>
        <${vendor}:taskListener event="create" class="org.example.Listener"/>
        <other:note text="留存">内容</other:note>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:serviceTask id="b" ${vendor}:type="external" ${vendor}:topic="http" ${vendor}:asyncBefore="true"/>
    <bpmn:businessRuleTask id="c" ${vendor}:decisionRef="level" ${vendor}:mapDecisionResult="singleEntry" ${vendor}:resultVariable="r"/>
    ${gateway("${r == 'again'}")}`,
  );

/** Camunda 8. */
export const likeZeebe = (vendor = 'zeebe'): string =>
  around(
    vendor,
    'http://camunda.org/schema/zeebe/1.0',
    `<bpmn:userTask id="a"><bpmn:extensionElements>
        <${vendor}:userTask/><${vendor}:assignmentDefinition assignee="=clerk" candidateGroups="cdi.head"/>
        <${vendor}:taskSchedule dueDate="P3D" followUpDate="P1D"/><${vendor}:formDefinition formId="clue"/>
        <${vendor}:ioMapping><${vendor}:input source="=amount &gt; 5" target="x"/></${vendor}:ioMapping>
        <other:note text="留存">内容</other:note>
      </bpmn:extensionElements></bpmn:userTask>
    <bpmn:serviceTask id="b"><bpmn:extensionElements><${vendor}:taskDefinition type="http" retries="5"/><${vendor}:taskHeaders/></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:businessRuleTask id="c"><bpmn:extensionElements><${vendor}:calledDecision decisionId="level" resultVariable="r"/></bpmn:extensionElements></bpmn:businessRuleTask>
    ${gateway('=r = "again"')}`,
  );
