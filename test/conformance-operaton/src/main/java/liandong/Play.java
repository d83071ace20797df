package liandong;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Execution;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;

/** One trace: a definition, acts, and what is open after each. */
final class Play {
  private static final Gson GSON = new Gson();
  /** More jobs than any act here needs: a clock that never comes to rest is a finding, not a hang. */
  private static final int MOST_JOBS = 200;

  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final JsonObject trace;
  private String root;
  private int jobs;

  Play(ProcessEngine engine, JsonObject trace) {
    this.engine = engine;
    this.runtime = engine.getRuntimeService();
    this.trace = trace;
  }

  JsonObject run() {
    JsonObject result = new JsonObject();
    result.add("name", trace.get("name"));
    ClockUtil.setCurrentTime(new Date(trace.get("now").getAsLong()));
    try {
      String xml = trace.get("xml").getAsString();
      engine.getRepositoryService().createDeployment().addString("trace.bpmn", xml).deploy();
      dropStartTimers();
    } catch (RuntimeException refused) {
      result.addProperty("refused", inShort(refused));
      return result;
    }
    JsonArray seen = new JsonArray();
    for (JsonElement step : trace.getAsJsonArray("steps")) seen.add(take(step.getAsJsonObject()));
    result.add("steps", seen);
    clear();
    return result;
  }

  private JsonObject take(JsonObject step) {
    String failure = null;
    boolean refused = false;
    jobs = 0;
    try {
      refused = !act(step);
      runPending();
    } catch (RuntimeException failed) {
      failure = inShort(failed);
    }
    JsonObject seen = new JsonObject();
    seen.addProperty("status", failure != null ? "failed" : refused ? "refused" : standing());
    seen.add("open", GSON.toJsonTree(open()));
    if (failure != null) seen.addProperty("failure", failure);
    return seen;
  }

  /** False when nobody takes the act. */
  private boolean act(JsonObject step) {
    Map<String, Object> variables = variablesOf(step);
    switch (step.get("do").getAsString()) {
      case "open":
        root = started(step, variables).getId();
        return true;
      case "complete":
        return complete(step, variables);
      case "message":
        return message(step.get("name").getAsString(), variables);
      case "signal":
        runtime.signalEventReceived(step.get("name").getAsString(), variables);
        return true;
      case "variables":
        runtime.setVariables(root, variables);
        return true;
      case "clock":
        moveTo(new Date(step.get("at").getAsLong()));
        return true;
      default:
        throw new IllegalArgumentException(step.toString());
    }
  }

  private ProcessInstance started(JsonObject step, Map<String, Object> variables) {
    String key = trace.get("key").getAsString();
    if (!step.has("startEvent")) return runtime.startProcessInstanceByKey(key, variables);
    String start = step.get("startEvent").getAsString();
    return runtime.createProcessInstanceByKey(key).startBeforeActivity(start).setVariables(variables).execute();
  }

  private boolean complete(JsonObject step, Map<String, Object> variables) {
    String element = step.get("element").getAsString();
    List<Task> alike = tasks().stream().filter(task -> element.equals(task.getTaskDefinitionKey())).toList();
    int nth = step.get("nth").getAsInt();
    if (nth >= alike.size()) return false;
    engine.getTaskService().complete(alike.get(nth).getId(), variables);
    return true;
  }

  private boolean message(String name, Map<String, Object> variables) {
    for (String instance : family()) {
      List<Execution> waiting =
          runtime.createExecutionQuery().processInstanceId(instance).messageEventSubscriptionName(name).list();
      if (waiting.isEmpty()) continue;
      runtime.messageEventReceived(name, waiting.get(0).getId(), variables);
      return true;
    }
    return false;
  }

  /** From timer to timer, each at its own moment. */
  private void moveTo(Date target) {
    for (;;) {
      List<Job> due =
          engine.getManagementService().createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().list();
      if (due.isEmpty() || due.get(0).getDuedate().after(target)) break;
      Job next = due.get(0);
      // A moment later: at the very moment a cycle finds its own due date again as the next one.
      Date moment = new Date(next.getDuedate().getTime() + 1);
      if (moment.after(ClockUtil.getCurrentTime())) ClockUtil.setCurrentTime(moment);
      execute(next);
      runPending();
    }
    ClockUtil.setCurrentTime(target);
  }

  /** Work that the engine does by itself, and timers that are due already. */
  private void runPending() {
    for (;;) {
      List<Job> pending = engine.getManagementService().createJobQuery().messages().withRetriesLeft().list();
      Date now = ClockUtil.getCurrentTime();
      engine.getManagementService().createJobQuery().timers().active().withRetriesLeft().list().stream()
          .filter(job -> job.getDuedate() != null && !job.getDuedate().after(now))
          .forEach(pending::add);
      if (pending.isEmpty()) return;
      execute(pending.get(0));
    }
  }

  private void execute(Job job) {
    jobs += 1;
    if (jobs > MOST_JOBS) throw new IllegalStateException("more than " + MOST_JOBS + " jobs in one act");
    engine.getManagementService().executeJob(job.getId());
  }

  /** As trials do it here: a timer start event opens nothing by itself. */
  private void dropStartTimers() {
    for (Job job : engine.getManagementService().createJobQuery().list())
      if (job.getProcessInstanceId() == null) engine.getManagementService().deleteJob(job.getId());
  }

  /** The instance, and those that it calls. */
  private List<String> family() {
    List<String> found = new ArrayList<>();
    if (root == null) return found;
    found.add(root);
    for (int next = 0; next < found.size(); next += 1)
      for (ProcessInstance called : runtime.createProcessInstanceQuery().superProcessInstanceId(found.get(next)).list())
        found.add(called.getId());
    return found;
  }

  private List<Task> tasks() {
    List<String> family = family();
    return engine.getTaskService().createTaskQuery().list().stream()
        .filter(task -> family.contains(task.getProcessInstanceId()))
        .sorted(Comparator.comparing((Task task) -> Long.parseLong(task.getId())))
        .toList();
  }

  private List<String> open() {
    return tasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
  }

  private String standing() {
    boolean there = root != null && runtime.createProcessInstanceQuery().processInstanceId(root).count() > 0;
    return there ? "running" : "completed";
  }

  private void clear() {
    for (var deployment : engine.getRepositoryService().createDeploymentQuery().list())
      engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  private static Map<String, Object> variablesOf(JsonObject step) {
    Map<String, Object> variables = new HashMap<>();
    if (!step.has("variables")) return variables;
    step.getAsJsonObject("variables").entrySet().forEach(entry -> variables.put(entry.getKey(), plain(entry.getValue())));
    return variables;
  }

  /** Whole numbers as integers, lists as lists: what expressions compare with. */
  private static Object plain(JsonElement value) {
    if (value.isJsonNull()) return null;
    if (value.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      value.getAsJsonArray().forEach(one -> list.add(plain(one)));
      return list;
    }
    if (value.isJsonObject()) {
      Map<String, Object> map = new HashMap<>();
      value.getAsJsonObject().entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    var primitive = value.getAsJsonPrimitive();
    if (primitive.isBoolean()) return primitive.getAsBoolean();
    if (!primitive.isNumber()) return primitive.getAsString();
    double number = primitive.getAsDouble();
    if (number == Math.rint(number) && Math.abs(number) < 1e15) return (long) number;
    return number;
  }

  private static String inShort(RuntimeException failed) {
    String text = String.valueOf(failed.getMessage());
    return text.lines().limit(3).map(String::strip).collect(Collectors.joining(" "));
  }
}
