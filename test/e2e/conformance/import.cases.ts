import { describe, expect } from 'vitest';
import type { Json } from './client.ts';
import { overHttp, tries, type Tries } from './cases.ts';
import { freshKey } from './document.ts';

const camundaModeler = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_0x" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.20.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.20.0">
  <bpmn:process id="${key}" name="Invoice" isExecutable="true" camunda:historyTimeToLive="180" camunda:versionTag="1.0">
    <bpmn:startEvent id="StartEvent_1" camunda:initiator="starter">
      <bpmn:extensionElements><camunda:formData><camunda:formField id="amount" label="Amount" type="long" defaultValue="100"/></camunda:formData></bpmn:extensionElements>
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Approve"/>
    <bpmn:userTask id="Approve" name="Approve \${amount}" camunda:candidateGroups="audit.staff, audit.head" camunda:formKey="embedded:app:forms/approve.html" camunda:dueDate="\${dueOn}" camunda:followUpDate="P1D" camunda:priority="50">
      <bpmn:extensionElements>
        <camunda:taskListener class="com.acme.Listener" event="create"/>
        <camunda:inputOutput><camunda:inputParameter name="shown">\${amount * 2}</camunda:inputParameter><camunda:outputParameter name="decided">\${approved == true &amp;&amp; amount &gt; 50}</camunda:outputParameter></camunda:inputOutput>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Approve" targetRef="Gateway_1"/>
    <bpmn:exclusiveGateway id="Gateway_1" default="Flow_no"><bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_yes</bpmn:outgoing><bpmn:outgoing>Flow_no</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="Flow_yes" name="yes" sourceRef="Gateway_1" targetRef="Pay"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${decided}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="Flow_no" sourceRef="Gateway_1" targetRef="Reject"/>
    <bpmn:userTask id="Pay" name="Pay" camunda:assignee="\${starter}"><bpmn:incoming>Flow_yes</bpmn:incoming><bpmn:outgoing>Flow_3</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Reject" camunda:candidateUsers="fin.head,fin.staff"><bpmn:incoming>Flow_no</bpmn:incoming><bpmn:outgoing>Flow_4</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Pay" targetRef="End_1"/>
    <bpmn:sequenceFlow id="Flow_4" sourceRef="Reject" targetRef="End_1"/>
    <bpmn:endEvent id="End_1"><bpmn:incoming>Flow_3</bpmn:incoming><bpmn:incoming>Flow_4</bpmn:incoming></bpmn:endEvent>
    <bpmn:textAnnotation id="TextAnnotation_1"><bpmn:text>note</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="Association_1" sourceRef="Pay" targetRef="TextAnnotation_1"/>
    <bpmn:group id="Group_1"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="${key}">
    <bpmndi:BPMNShape id="s1" bpmnElement="StartEvent_1"><dc:Bounds x="100" y="100" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s2" bpmnElement="Approve"><dc:Bounds x="200" y="80" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="e1" bpmnElement="Flow_1"><di:waypoint x="136" y="118"/><di:waypoint x="200" y="118"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const zeebe = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="S"/>
    <bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="U"/>
    <bpmn:userTask id="U" name="Check">
      <bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition assignee="=boss" candidateGroups="audit.staff"/><zeebe:taskSchedule dueDate="=due"/><zeebe:formDefinition formId="f"/><zeebe:taskHeaders><zeebe:header key="a" value="b"/></zeebe:taskHeaders>
      <zeebe:ioMapping><zeebe:input source="=order.amount" target="sum"/><zeebe:output source="=sum &gt; 10" target="big"/></zeebe:ioMapping></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="U" targetRef="Sc"/>
    <bpmn:scriptTask id="Sc"><bpmn:extensionElements><zeebe:script expression="=if big then &quot;B&quot; else &quot;S&quot;" resultVariable="letter"/></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:sequenceFlow id="f3" sourceRef="Sc" targetRef="G"/>
    <bpmn:exclusiveGateway id="G" default="f5"/>
    <bpmn:sequenceFlow id="f4" sourceRef="G" targetRef="M"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=letter = "B"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f5" sourceRef="G" targetRef="E"/>
    <bpmn:intermediateCatchEvent id="M"><bpmn:messageEventDefinition id="md" messageRef="Msg"/></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f6" sourceRef="M" targetRef="Z"/>
    <bpmn:userTask id="Z"/>
    <bpmn:sequenceFlow id="f7" sourceRef="Z" targetRef="E"/>
    <bpmn:endEvent id="E"/>
  </bpmn:process>
  <bpmn:message id="Msg" name="paid-${key}"><bpmn:extensionElements><zeebe:subscription correlationKey="=order.id"/></bpmn:extensionElements></bpmn:message>
</bpmn:definitions>`;

const flowable = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:flowable="http://flowable.org/bpmn" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace="http://www.flowable.org/processdef">
  <process id="${key}" name="Leave" isExecutable="true">
    <dataObject id="days" name="days" itemSubjectRef="xsd:int"><extensionElements><flowable:value>3</flowable:value></extensionElements></dataObject>
    <startEvent id="start" flowable:initiator="applicant"/>
    <userTask id="apply" name="申请" flowable:assignee="$INITIATOR"/>
    <userTask id="sign" name="会签" flowable:assignee="\${person}">
      <multiInstanceLoopCharacteristics isSequential="false" flowable:collection="persons" flowable:elementVariable="person"><completionCondition>\${nrOfCompletedInstances == nrOfInstances}</completionCondition></multiInstanceLoopCharacteristics>
    </userTask>
    <exclusiveGateway id="gw"/>
    <userTask id="short"/><userTask id="long"/>
    <endEvent id="end"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="apply"/>
    <sequenceFlow id="f2" sourceRef="apply" targetRef="sign"/>
    <sequenceFlow id="f3" sourceRef="sign" targetRef="gw"/>
    <sequenceFlow id="f4" sourceRef="gw" targetRef="short"><conditionExpression xsi:type="tFormalExpression"><![CDATA[\${days <= 3}]]></conditionExpression></sequenceFlow>
    <sequenceFlow id="f5" sourceRef="gw" targetRef="long"><conditionExpression xsi:type="tFormalExpression"><![CDATA[\${days > 3}]]></conditionExpression></sequenceFlow>
    <sequenceFlow id="f6" sourceRef="short" targetRef="end"/><sequenceFlow id="f7" sourceRef="long" targetRef="end"/>
  </process>
</definitions>`;

const collaboration = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<semantic:definitions xmlns:semantic="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="http://signavio.com">
  <semantic:collaboration id="C">
    <semantic:participant id="P1" name="审计局" processRef="${key}"/>
    <semantic:participant id="P2" name="被审计单位"/>
    <semantic:messageFlow id="mf" sourceRef="T2" targetRef="P2"/>
  </semantic:collaboration>
  <semantic:process id="${key}" processType="None" isClosed="false">
    <semantic:laneSet id="LS">
      <semantic:lane id="L1" name="甲"><semantic:flowNodeRef>T1</semantic:flowNodeRef><semantic:flowNodeRef>S</semantic:flowNodeRef></semantic:lane>
      <semantic:lane id="L2" name="乙"><semantic:flowNodeRef>T2</semantic:flowNodeRef><semantic:flowNodeRef>E</semantic:flowNodeRef></semantic:lane>
    </semantic:laneSet>
    <semantic:startEvent id="S"><semantic:outgoing>a</semantic:outgoing></semantic:startEvent>
    <semantic:userTask id="T1" implementation="##unspecified" startQuantity="1" completionQuantity="1"><semantic:incoming>a</semantic:incoming><semantic:outgoing>b</semantic:outgoing><semantic:potentialOwner id="po"><semantic:resourceAssignmentExpression><semantic:formalExpression>audit.staff</semantic:formalExpression></semantic:resourceAssignmentExpression></semantic:potentialOwner></semantic:userTask>
    <semantic:userTask id="T2"><semantic:incoming>b</semantic:incoming><semantic:outgoing>c</semantic:outgoing></semantic:userTask>
    <semantic:endEvent id="E"><semantic:incoming>c</semantic:incoming></semantic:endEvent>
    <semantic:sequenceFlow id="a" sourceRef="S" targetRef="T1"/><semantic:sequenceFlow id="b" sourceRef="T1" targetRef="T2"/><semantic:sequenceFlow id="c" sourceRef="T2" targetRef="E"/>
    <semantic:dataStoreReference id="ds"/>
  </semantic:process>
</semantic:definitions>`;

export const imports: Tries = (under) => {
  describe('documents of other tools', () => {
    tries(
      under,
      'Camunda Modeler for 7: forms, groups, mappings, JUEL',
      () => camundaModeler(freshKey()),
      async (t) => {
        await t.sees('Approve');
        const task = await t.task('Approve');
        expect(task.variables.shown).toBe(160);
        expect(task.dueAt).toBe('2026-12-31T18:00:00+08:00');
        await t.does('Approve', { approved: true });
        await t.sees('Pay');
        expect((await t.task('Pay')).assignee).toBe('designer');
        expect((await t.variables()).decided).toBe(true);
        await t.does('Pay');
        await t.sees('completed');
      },
      { variables: { amount: 80, dueOn: '2026-12-31T10:00:00Z' } },
    );
    overHttp(under, 'tells what it did not take over', async () => {
      const answer = await under.client.publish(camundaModeler(freshKey()), '?dryRun=true');
      expect(answer.status).toBe(200);
      const told = JSON.stringify(answer.body.warnings);
      expect(told).toMatch(/taskListener/);
      expect(told).toMatch(/followUpDate/);
    });
    tries(
      under,
      'Camunda 8: io mapping, assignment, script, subscription',
      () => zeebe(freshKey()),
      async (t) => {
        const task = await t.task('U');
        expect([task.assignee, task.variables.sum, task.dueAt]).toEqual(['cdi.head', 12, '2026-12-31T18:00:00+08:00']);
        await t.does('U');
        await t.sees('running');
        expect(await t.variables()).toMatchObject({ big: true, letter: 'B' });
        const name = `paid-${t.opened.definitionKey}`;
        const wrong = await t.client.post('/messages', { name, trial: true, correlation: { correlationKey: 'o-2' } });
        expect(wrong.status).toBe(404);
        const right = await t.client.post('/messages', { name, trial: true, correlation: { correlationKey: 'o-1' } });
        expect(right.status, JSON.stringify(right.body)).toBe(200);
        await t.sees('Z');
      },
      { variables: { boss: 'cdi.head', order: { amount: 12, id: 'o-1' }, due: '2026-12-31T10:00:00Z' } },
    );
    tries(
      under,
      'Flowable: initiator, 会签 over a collection, CDATA, data object with a value',
      () => flowable(freshKey()),
      async (t) => {
        await t.sees('apply');
        await t.does('apply', { persons: ['cdi.head', 'audit.head'] });
        await t.sees('sign sign');
        const now = await t.case();
        expect(now.openTasks.map((one: Json) => String(one.assignee)).toSorted()).toEqual(['audit.head', 'cdi.head']);
        await t.does('sign');
        await t.does('sign');
        await t.sees('short');
      },
    );
    tries(
      under,
      'a pool with lanes that name no agency, a black box, a potential owner',
      () => collaboration(freshKey()),
      async (t) => {
        await t.sees('T1');
        expect((await t.task('T1')).role).toBe('audit.staff');
        await t.does('T1');
        await t.sees('T2');
        await t.does('T2');
        await t.sees('completed');
      },
    );
    overHttp(under, 'uploaded bytes come back as they were', async () => {
      const xml = camundaModeler(freshKey()).replace('\n', '\r\n');
      const published = await under.client.publish(xml);
      expect(published.status).toBe(201);
      const back = await under.client.get(`/definitions/${published.body.key}`, { accept: 'application/xml' });
      expect(back.body).toBe(xml);
    });
  });
};
