package liandong;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** Plays traces in Operaton: `Main traces.json results.json`. */
public final class Main {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private Main() {}

  public static void main(String[] args) throws Exception {
    JsonArray traces = GSON.fromJson(Files.readString(Path.of(args[0])), JsonArray.class);
    JsonArray results = new JsonArray();
    ProcessEngine engine = engine();
    for (JsonElement trace : traces) {
      long from = System.currentTimeMillis();
      JsonObject result = new Play(engine, trace.getAsJsonObject()).run();
      long took = System.currentTimeMillis() - from;
      System.err.println(result.get("name") + " took " + took + " ms");
      results.add(result);
    }
    engine.close();
    Files.writeString(Path.of(args[1]), GSON.toJson(results));
  }

  private static ProcessEngine engine() {
    StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:conformance;DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistory("none");
    configuration.setDefaultNumberOfRetries(1);
    return configuration.buildProcessEngine();
  }
}
