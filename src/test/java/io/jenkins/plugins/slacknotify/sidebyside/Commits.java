package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what a build with 20 commits by three authors asks of Slack. The authors have accounts in Jenkins with their addresses. */
final class Commits {
    private static final int COMMITS = 20;
    private static final List<String> STRANGERS = List.of("Ada", "Grace", "Mary");
    private static final List<String> MEMBERS = List.of("Joan", "Dorothy", "Evelyn");

    /** Without an account; begins every repository. */
    private static final String FOUNDER = "Lise";

    /** Whoever has not called Slack for so long has said all. */
    private static final Duration CALM = Duration.ofSeconds(5);

    private final Arena arena;
    private int commits;

    Commits(Arena arena) {
        this.arena = arena;
    }

    Sheet measure() {
        MEMBERS.forEach(name -> arena.slack().user(name, address(name)));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        var strangers = pipelineJob();
        rows.put("pipeline, committers told in person, none is in Slack", build(strangers, STRANGERS));
        rows.put("the same job's next build", build(strangers, STRANGERS));
        var members = pipelineJob();
        rows.put("pipeline, committers told in person, all are in Slack", build(members, MEMBERS));
        rows.put("that job's next build", build(members, MEMBERS));
        rows.put("freestyle, the channel alone", build(freestyleJob(), MEMBERS));
        return new Sheet("20 commits, 3 authors", List.of("calls", "connections", "told in person"), rows);
    }

    private Job pipelineJob() {
        var name = arena.newName(JobKind.PIPELINE);
        var repository = repository();
        arena.create(
                name,
                JobKind.PIPELINE.config(repository.url(), arena.contender().stepForCommitters(name)));
        return firstBuilt(name, repository);
    }

    private Job freestyleJob() {
        var name = arena.newName(JobKind.FREESTYLE);
        var repository = repository();
        arena.create(
                name,
                JobKind.FREESTYLE.config(repository.url(), JobKind.FREESTYLE.announcement(arena.contender(), name)));
        return firstBuilt(name, repository);
    }

    private GitRepository repository() {
        var repository = GitRepository.create();
        commit(repository, FOUNDER);
        return repository;
    }

    /** The first build has nothing to compare with. */
    private Job firstBuilt(String name, GitRepository repository) {
        arena.build(List.of(name));
        awaitCalm();
        return new Job(name, repository);
    }

    private List<String> build(Job job, List<String> authors) {
        for (int i = 0; i < COMMITS; i++) {
            commit(job.repository, authors.get(i % authors.size()));
        }
        long calls = arena.calls();
        int connections = arena.connections();
        int told = toldInPerson();
        arena.start(job.name).await();
        awaitCalm();
        return List.of(
                String.valueOf(arena.calls() - calls),
                String.valueOf(arena.connections() - connections),
                String.valueOf(toldInPerson() - told));
    }

    private void commit(GitRepository repository, String author) {
        commits++;
        repository.commit(author + " <" + address(author) + ">", "Change " + commits, "file", "change " + commits);
    }

    private void awaitCalm() {
        long before;
        do {
            before = arena.calls();
            Arena.pause(CALM);
        } while (arena.calls() > before);
    }

    private int toldInPerson() {
        return MEMBERS.stream()
                .mapToInt(name -> arena.slack().directMessagesTo(address(name)).size())
                .sum();
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT) + "@example.org";
    }

    private record Job(String name, GitRepository repository) {}
}
