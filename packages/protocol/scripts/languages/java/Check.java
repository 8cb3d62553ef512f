// Validates documents with networknt's json-schema-validator: `java Check.java LIST`, lines of SCHEMA<tab>DOCUMENT; a verdict a line.
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

public class Check {
  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static JsonNode read(String path) throws IOException {
    JsonNode node = JSON.readTree(Files.readAllBytes(Path.of(path)));
    if (node.isMissingNode()) throw new IOException("empty");
    return node;
  }

  public static void main(String[] args) throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    Map<String, JsonSchema> schemas = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] parts = line.split("\t");
      if (!schemas.containsKey(parts[0])) schemas.put(parts[0], factory.getSchema(read(parts[0])));
      System.out.println(verdict(schemas.get(parts[0]), parts[1]));
    }
  }

  private static String verdict(JsonSchema schema, String document) {
    try {
      return schema.validate(read(document)).isEmpty() ? "valid" : "invalid";
    } catch (IOException error) {
      return "unreadable";
    }
  }
}
