package io.jenkins.plugins.slacknotify.inbound.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, it is a request, or none with a sentence: no other exception ever. */
class RequestParserPropertiesTest {
    private static final List<String> TYPES = List.of("events_api", "interactive", "slash_commands", "other");
    private static final List<String> SAMPLES = List.of(
            Payloads.mention("Ev1", "again"),
            Payloads.press("9.9", "slack-notify.approve"),
            Payloads.submission("9.9"),
            Payloads.event("Ev2", """
                {"type": "link_shared", "channel": "C1", "user": "U1", "message_ts": "1.1",
                 "links": [{"domain": "ci", "url": "https://ci/"}]}"""),
            Payloads.event("Ev3", "{\"type\": \"channel_rename\", \"channel\": {\"id\": \"C1\", \"name\": \"n\"}}"),
            Payloads.event("Ev4", "{\"type\": \"tokens_revoked\", \"tokens\": {\"bot\": [\"U1\"], \"oauth\": []}}"));

    private final RequestParser parser = new RequestParser(InstantSource.system());

    @Property(tries = 2_000)
    void shouldReadRequestsWhoseFieldsAreMissingOrOfAnotherType(@ForAll long seed) {
        Random random = new Random(seed);
        JsonObject json = JsonParser.parseString(SAMPLES.get(random.nextInt(SAMPLES.size())))
                .getAsJsonObject();
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutate(json, random);
        }

        String type = TYPES.get(random.nextInt(TYPES.size()));

        assertThat(parser.parseEnvelope(type, new JsonResponse(json)).origin().id())
                .as("seed %d: %s %s", seed, type, json)
                .isNotEmpty();
    }

    @Property(tries = 1_000)
    void shouldSurviveArbitraryBytes(@ForAll byte[] body, @ForAll boolean form) {
        try {
            assertThat(parser.parseBody(form ? "application/x-www-form-urlencoded" : "application/json", body))
                    .isNotNull();
        } catch (UnreadableRequestException e) {
            assertThat(e.getMessage()).endsWith(".");
        }
    }

    @Property(tries = 500)
    void shouldSurviveABodyThatWasCutOff(@ForAll long seed) {
        Random random = new Random(seed);
        String whole = random.nextBoolean()
                ? SAMPLES.get(random.nextInt(SAMPLES.size()))
                : Payloads.form(Payloads.command("1", "grün 🚀"));
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));

        shouldSurviveArbitraryBytes(cut, !whole.startsWith("{"));
    }

    /** Replaces or removes a random part. */
    private static void mutate(JsonObject json, Random random) {
        List<JsonObject> all = new ArrayList<>();
        collect(json, all);
        JsonObject parent = all.get(random.nextInt(all.size()));
        List<String> names = List.copyOf(parent.keySet());
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            parent.remove(name);
            if (random.nextInt(3) > 0) {
                parent.add(name, something(random));
            }
        }
    }

    private static JsonElement something(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextInt());
            case 2 -> new JsonPrimitive(random.nextBoolean());
            case 3 -> new JsonArray();
            case 4 -> list(new JsonArray(), JsonNull.INSTANCE, new JsonPrimitive("x"), new JsonObject());
            case 5 -> new JsonObject();
            case 6 -> new JsonPrimitive("");
            default -> new JsonPrimitive("\u0000\uD800 text");
        };
    }

    private static JsonArray list(JsonElement... elements) {
        JsonArray list = new JsonArray();
        for (JsonElement element : elements) {
            list.add(element);
        }
        return list;
    }

    private static void collect(JsonElement element, List<JsonObject> into) {
        if (element.isJsonObject()) {
            into.add(element.getAsJsonObject());
            for (Map.Entry<String, JsonElement> field :
                    element.getAsJsonObject().entrySet()) {
                collect(field.getValue(), into);
            }
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, into));
        }
    }
}
