interface Named {
  readonly key: string;
  readonly name: string;
}

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const laneHeight = 140;
const [width, head] = [760, 30];

/** A procedure to begin with: a lane for each agency, a start, one step and an end in the first. */
export function emptyProcedure(
  { key, name }: Named,
  agencies: readonly { readonly id: string; readonly name: string }[],
): string {
  const lanes = agencies.length > 0 ? agencies : [{ id: '', name: '承办机关' }];
  const height = lanes.length * laneHeight;
  const middle = 60 + laneHeight / 2;
  const shape = (id: string, [x, y, w, h]: readonly number[], more = '') =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}" /></bpmndi:BPMNShape>`;
  const edge = (id: string, from: number, to: number) =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="${middle}" /><di:waypoint x="${to}" y="${middle}" /></bpmndi:BPMNEdge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:ld="urn:liandong:bpmn:1" id="${key}_definitions" targetNamespace="urn:liandong:definitions">
  <bpmn:collaboration id="${key}_collaboration">
    <bpmn:participant id="${key}_pool" name="${escaped(name)}" processRef="${key}" />
  </bpmn:collaboration>
  <bpmn:process id="${key}" name="${escaped(name)}" isExecutable="true">
    <bpmn:laneSet id="${key}_lanes">
${lanes
  .map(
    (lane, index) =>
      `      <bpmn:lane id="Lane_${index + 1}" name="${escaped(lane.name)}"${lane.id ? ` ld:agency="${escaped(lane.id)}"` : ''}>${
        index === 0 ? ['START', 'STEP_1', 'END'].map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('') : ''
      }</bpmn:lane>`,
  )
  .join('\n')}
    </bpmn:laneSet>
    <bpmn:startEvent id="START" name="立案"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="STEP_1" name="受理"><bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="END" name="办结"><bpmn:incoming>Flow_2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="START" targetRef="STEP_1" />
    <bpmn:sequenceFlow id="Flow_2" sourceRef="STEP_1" targetRef="END" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="${key}_collaboration">
    ${shape(`${key}_pool`, [100, 60, width, height], ' isHorizontal="true"')}
    ${lanes.map((_, index) => shape(`Lane_${index + 1}`, [100 + head, 60 + index * laneHeight, width - head, laneHeight], ' isHorizontal="true"')).join('\n    ')}
    ${shape('START', [190, middle - 18, 36, 36])}
    ${shape('STEP_1', [290, middle - 40, 120, 80])}
    ${shape('END', [480, middle - 18, 36, 36])}
    ${edge('Flow_1', 226, 290)}
    ${edge('Flow_2', 410, 480)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
