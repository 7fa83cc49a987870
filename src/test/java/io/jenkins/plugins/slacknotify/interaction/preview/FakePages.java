package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pages of builds, in memory. A permalink and a job lead to the newest build. */
final class FakePages implements PageReader {
    static final String ROOT = "https://jenkins.example.com/";
    static final PreviewTerms TERMS = new PreviewTerms(MessageButtons.ALL, null, EmojiSet.STANDARD);

    private final Map<String, Map<Integer, BuildEvent>> builds = new LinkedHashMap<>();
    private final Set<String> hidden = new TreeSet<>();
    final List<InputQuestion> questions = new ArrayList<>();
    final List<String> stages = new ArrayList<>();
    boolean isBroken;

    /** A job of which a plugin cannot be asked, as a class is missing. */
    String lacksAClassFor = "";

    FakePages with(BuildEvent event) {
        builds.computeIfAbsent(event.key().job(), job -> new LinkedHashMap<>())
                .put(event.key().build(), event);
        return this;
    }

    FakePages hide(String account, String job) {
        hidden.add(account + " " + job);
        return this;
    }

    @Override
    public Optional<String> rootUrl() {
        return Optional.of(ROOT);
    }

    @Override
    public Optional<PageContent> read(String account, JenkinsPage page, LinkContext place) {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        if (page instanceof JenkinsPage.ItemPage item) {
            return newest(account, item.item());
        }
        if (!(page instanceof JenkinsPage.BuildPage build)) {
            return Optional.empty();
        }
        return build.build() instanceof BuildSelector.Number number
                ? build(account, build.job(), number.number())
                : newest(account, build.job());
    }

    private Optional<PageContent> newest(String account, String job) {
        return builds.getOrDefault(job, Map.of()).keySet().stream()
                .reduce((first, second) -> second)
                .flatMap(number -> build(account, job, number));
    }

    private Optional<PageContent> build(String account, String job, int number) {
        if (job.equals(lacksAClassFor)) {
            throw new NoClassDefFoundError("of another plugin");
        }
        return Optional.ofNullable(builds.getOrDefault(job, Map.of()).get(number))
                .filter(event -> !hidden.contains(account + " " + job))
                .map(event -> new PageContent.OfBuild(
                        event,
                        SeverityPolicy.defaults().rate(event),
                        new PartContent.Nothing(),
                        event.running() ? questions : List.of(),
                        event.running() ? stages : List.of(),
                        TERMS));
    }
}
