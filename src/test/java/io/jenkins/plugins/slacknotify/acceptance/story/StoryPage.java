package io.jenkins.plugins.slacknotify.acceptance.story;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The story as a page of the manual.
 *
 * @param builds how many there were
 */
record StoryPage(List<StoryStep> steps, int builds) {
    private static final String HEAD = """
            # A story in pictures

            What a team reads in Slack while its Jenkins works, in %d builds of a real Jenkins: at each step the sandbox's page as it was,
            with the threads unfolded. Each job has a channel of its own here. At the end the team acts in Slack, by commands and
            buttons. `.ci/story` makes this page and its pictures, and fails where anything else arrives.
            """;

    String text() {
        return HEAD.formatted(builds)
                + table("kind of event", kinds())
                + table("and", others())
                + IntStream.range(0, steps.size()).mapToObj(this::section).collect(Collectors.joining());
    }

    private Map<String, List<Integer>> kinds() {
        var rows = new LinkedHashMap<String, List<Integer>>();
        for (var kind : EventKind.values()) {
            rows.put(
                    "`" + kind.id() + "`",
                    places().filter(place -> steps.get(place).kinds().contains(kind))
                            .toList());
        }
        return rows;
    }

    private Map<String, List<Integer>> others() {
        return steps.stream()
                .flatMap(step -> step.also().stream())
                .distinct()
                .collect(Collectors.toMap(
                        what -> what,
                        what -> places().filter(place -> steps.get(place).also().contains(what))
                                .toList(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private Stream<Integer> places() {
        return IntStream.range(0, steps.size()).boxed();
    }

    private String table(String head, Map<String, List<Integer>> rows) {
        return "\n| " + head + " | step |\n| --- | --- |\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + links(row.getValue()) + " |\n")
                        .collect(Collectors.joining());
    }

    private String links(List<Integer> places) {
        return places.stream()
                .map(place -> "[%d](#%s)".formatted(place + 1, anchor(place)))
                .collect(Collectors.joining(", "));
    }

    private String section(int place) {
        var step = steps.get(place);
        return """

            ## %d. %s

            %s

            ![%s](images/story/%s)
            """.formatted(place + 1, step.title(), step.text().strip(), step.title(), step.picture());
    }

    /** As GitHub makes it of the heading. */
    private String anchor(int place) {
        return ((place + 1) + " " + steps.get(place).title())
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
