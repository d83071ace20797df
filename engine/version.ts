/**
 * The engine's behaviour: newly opened cases start with it, running ones take it up at continue-as-new. A case of a newer
 * one waits for a worker that knows it.
 * 2: an instance knows since when it is there, so that timers of another version count from then; newer
 * rules that come with a called process plan anew what runs already.
 * 3: approvals of extensions are nobody's way back; a deadline survives added signers and taking back; nobody signs a step
 *    twice; what went out into the world ends the time for taking back.
 * 4: a multi-instance or a loop is undone as often as it was done.
 * 5: a deadline that is counted back from an event reminds before it as well.
 * 6: an event sub-process that catches everything comes before the boundary event of its scope's code; compensation goes on
 *    when a boundary event ends a handler.
 * 7: a supervised unit does not grant itself more time: its steps are extended by the commission's supervisor.
 * 8: a compensation handler of a scope that has ended is migrated where it stands.
 * 9: errors and escalations of a case of its own reach whoever has called it; a signal carries its event's inputs; an
 *    inclusive join does not wait for a timer beside a step that has gone off and does not come again; a correction tells when
 *    one of two tokens that would have met before a fork is put behind it.
 */
export const engineVersion = 9;
