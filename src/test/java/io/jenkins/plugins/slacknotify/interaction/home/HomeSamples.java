package io.jenkins.plugins.slacknotify.interaction.home;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Contents of home tabs, and what their members read. */
final class HomeSamples {
    static final HomePreferences STANDARD = new HomePreferences(
            true, List.of("Broken", "Fixed"), false, null, false, "https://ci.example.org/user/anna/preferences/");
    static final HomeContent EMPTY = content(List.of(), List.of(), List.of(), List.of());

    private HomeSamples() {}

    static HomeContent content(
            List<HomeBuild> waiting, List<HomeBuild> running, List<HomeBuild> broken, List<HomeBuild> claimed) {
        return new HomeContent(waiting, running, 0, 0, broken, claimed, List.of(), List.of(), List.of(), STANDARD);
    }

    static HomeBuild waiting(String job, int number, String question) {
        Milestone milestone = Milestone.waitingFor(new InputQuestion("7", question, null)
                .withDetails(new InputDetails("Deploy", null, null, List.of(), true, null)));
        return build(aBuild().during(milestone), job, number);
    }

    static HomeBuild running(String job, int number) {
        return build(aBuild().during(Milestone.STARTED), job, number);
    }

    static HomeBuild bad(String job, int number, String claimedBy) {
        return build(
                aBuild().that(Outcome.FAILURE, Trend.SAME)
                        .finding(Findings.builder().claimedBy(claimedBy).build()),
                job,
                number);
    }

    private static HomeBuild build(BuildEvents event, String job, int number) {
        return new HomeBuild(
                event.of(job)
                        .named(job, "#" + number)
                        .number(number)
                        .at("https://ci.example.org/job/" + job + "/" + number + "/")
                        .build(),
                Severity.INFO,
                Instant.parse("2026-03-01T10:00:00Z"));
    }

    static List<JsonObject> blocks(String view) {
        return StreamSupport.stream(
                        JsonParser.parseString(view)
                                .getAsJsonObject()
                                .getAsJsonArray("blocks")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** Returns what one reads, a block a line; buttons in square brackets. */
    static String read(String view) {
        return blocks(view).stream().map(HomeSamples::read).collect(Collectors.joining("\n"));
    }

    private static String read(JsonObject block) {
        String text = block.has("text")
                ? block.getAsJsonObject("text").get("text").getAsString()
                : StreamSupport.stream(block.getAsJsonArray("elements").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .map(element -> element.has("action_id")
                                ? button(element)
                                : element.get("text").getAsString())
                        .collect(Collectors.joining(" "));
        String beside = block.has("accessory") ? " " + button(block.getAsJsonObject("accessory")) : "";
        return (block.get("type").getAsString().equals("header") ? "# " : "")
                + text.replaceAll("<!date[^>]*>", "TIME").replaceAll("<[^>|]*\\|([^>]*)>", "$1")
                + beside;
    }

    private static String button(JsonObject element) {
        return "[" + element.getAsJsonObject("text").get("text").getAsString() + "]";
    }
}
