package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commits that are new in a branch because somebody has merged the primary branch into it. */
@JenkinsAcceptance(freshJenkins = true)
class MergedCommitsTest {
    private static Team team;

    @BeforeAll
    static void createTeam(TestBed bed) {
        bed.openSystemChannel();
        team = Team.create(bed);
        team.join("mia", "bob", "ann", "cyd");
        bed.configuration().set("personal: {enabled: true}");
    }

    /** Each branch is good, and both together are not. */
    @Test
    void shouldNotifyWhoHasMergedAndNotThoseWhoseCommitsWereGood(TestBed bed) {
        var repository = begin(bed, "merging");
        repository.branch("feature");
        repository.commit("Ann <ann@example.org>", "Add x", "x", "1");
        // The primary branch is the one that is checked out.
        repository.checkout("main");
        scan(bed, "merging");
        assertThat(bed.jobs().build("team/merging/feature", 1).await().result()).isEqualTo("SUCCESS");
        repository.commit("Bob <bob@example.org>", "Add y", "y", "1");
        assertThat(bed.jobs().build("team/merging/main").result()).isEqualTo("SUCCESS");
        repository.checkout("feature");
        repository.merge("Cyd <cyd@example.org>", "main");

        assertThat(bed.jobs().build("team/merging/feature").result()).isEqualTo("FAILURE");
        team.quiet();

        assertThat(team.told("merging/feature")).isEqualTo("merging/feature #2 | cyd | broke | you changed this build");
        assertThat(bed.channels().awaitAbout("merging", bed.systemChannel(), 1))
                .as("what is new in the build is shown")
                .anySatisfy(message -> assertThat(message.toString()).contains("feature", "Add y"));
    }

    /** Nobody has found the primary branch good in that state. */
    @Test
    void shouldNotifyThoseWhoseCommitsWereBadInThePrimaryBranchToo(TestBed bed) {
        var repository = begin(bed, "breaking");
        repository.branch("feature");
        repository.commit("Ann <ann@example.org>", "Add x", "x", "1");
        repository.checkout("main");
        scan(bed, "breaking");
        assertThat(bed.jobs().build("team/breaking/feature", 1).await().result())
                .isEqualTo("SUCCESS");
        repository.commit("Bob <bob@example.org>", "Break it", "broken", "1");
        assertThat(bed.jobs().build("team/breaking/main").result()).isEqualTo("FAILURE");
        repository.checkout("feature");
        repository.merge("Cyd <cyd@example.org>", "main");

        assertThat(bed.jobs().build("team/breaking/feature").result()).isEqualTo("FAILURE");
        team.quiet();

        assertThat(team.told("breaking/feature")).contains("breaking/feature #2 | bob | broke");
    }

    private static GitRepository begin(TestBed bed, String name) {
        var repository = GitRepository.create();
        repository.commit(
                "Mia <mia@example.org>",
                "Begin",
                "Jenkinsfile",
                "node { checkout scm; sh 'test ! -e broken; if test -e x; then test ! -e y; fi' }");
        bed.jobDsl().run("""
                multibranchPipelineJob('team/%s') {
                    branchSources { git { id('%s'); remote('%s') } }
                }
                """.formatted(name, name, repository.url()));
        assertThat(bed.jobs().build("team/" + name + "/main", 1).await().result())
                .isEqualTo("SUCCESS");
        return repository;
    }

    private static void scan(TestBed bed, String name) {
        bed.admin().post("job/team/job/" + name + "/build", Map.of("delay", "0sec"));
    }
}
