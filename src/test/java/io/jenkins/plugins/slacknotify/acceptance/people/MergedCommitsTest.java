package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Commits that are new in a branch because somebody has merged the primary branch into it, and those that a shallow clone lacks.
 */
@JenkinsAcceptance(freshJenkins = true)
@Order(3)
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
        mergeMain(bed, "merging", "y", "SUCCESS");

        assertThat(team.quiet().told("merging/feature"))
                .isEqualTo("merging/feature #2 | cyd | broke | you changed this build");
        assertThat(bed.channels().awaitAbout("merging", bed.systemChannel(), 1))
                .as("what is new in the build is shown")
                .anySatisfy(message -> assertThat(message.toString()).contains("feature", "Add y"));
    }

    /** Nobody has found the primary branch good in that state. */
    @Test
    void shouldNotifyThoseWhoseCommitsWereBadInThePrimaryBranchToo(TestBed bed) {
        mergeMain(bed, "breaking", "broken", "FAILURE");

        assertThat(team.quiet().told("breaking/feature")).contains("breaking/feature #2 | bob | broke");
    }

    /** The git plugin takes the build for the first of its branch, as it cannot tell what is new since the one before. */
    @Test
    void shouldNotifyTheAuthorOfTheHeadCommitWhereAShallowCloneLacksTheBuildBefore(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("Mia <mia@example.org>", "Begin", "build", "exit 0");
        bed.jobs().createPipeline("team/shallow", """
                node {
                    checkout([
                        $class: 'GitSCM',
                        branches: [[name: 'main']],
                        extensions: [
                            [$class: 'CloneOption', shallow: true, depth: 1, noTags: true, reference: ''],
                            [$class: 'WipeWorkspace']],
                        userRemoteConfigs: [[url: '%s']]])
                    sh 'sh ./build'
                }
                """.formatted(repository.url()));
        assertThat(bed.jobs().build("team/shallow").result()).isEqualTo("SUCCESS");
        repository.commit("Bob <bob@example.org>", "Say something", "text", "1");
        repository.commit("Ann <ann@example.org>", "Break it", "build", "exit 1");

        bed.jobs().build("team/shallow");
        bed.jobs().build("team/shallow");

        assertThat(team.quiet().told("shallow")).isEqualTo("shallow #2 | ann | broke | you changed this build");
    }

    /** Jenkins merges the branch into another one before it builds, and has made that commit itself. */
    @Test
    void shouldNotifyTheAuthorOfTheHeadCommitThatJenkinsHasMerged(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("Mia <mia@example.org>", "Begin", "build", "exit 0");
        repository.branch("feature");
        repository.commit("Ann <ann@example.org>", "Break it", "build", "exit 1");
        repository.checkout("main");
        repository.commit("Bob <bob@example.org>", "Go on", "text", "1");
        bed.jobs().createPipeline("team/merged-before", """
                node {
                    checkout([
                        $class: 'GitSCM',
                        branches: [[name: '*/feature']],
                        extensions: [
                            [$class: 'UserIdentity', name: 'Cyd', email: 'cyd@example.org'],
                            [$class: 'PreBuildMerge', options: [mergeRemote: 'origin', mergeTarget: 'main']]],
                        userRemoteConfigs: [[url: '%s', name: 'origin']]])
                    sh 'sh ./build'
                }
                """.formatted(repository.url()));

        assertThat(bed.jobs().build("team/merged-before").result()).isEqualTo("FAILURE");

        assertThat(team.quiet().told("merged-before"))
                .isEqualTo("merged-before #1 | ann | failed | you changed this build");
    }

    /**
     * Makes a project with two branches that were good, where Bob adds a file to main, and Cyd merges that into the other, which
     * breaks it.
     *
     * @param result that of main
     */
    private static void mergeMain(TestBed bed, String name, String file, String result) {
        var repository = GitRepository.create();
        repository.commit(
                "Mia <mia@example.org>",
                "Begin",
                "Jenkinsfile",
                "node { checkout scm; sh 'test ! -e broken; if test -e x; then test ! -e y; fi' }");
        repository.branch("feature");
        repository.commit("Ann <ann@example.org>", "Add x", "x", "1");
        // The primary branch is the one that is checked out.
        repository.checkout("main");
        bed.jobDsl().run("""
                multibranchPipelineJob('team/%1$s') { branchSources { git { id('%1$s'); remote('%2$s') } } }
                """.formatted(name, repository.url()));
        for (var branch : List.of("main", "feature")) {
            assertThat(bed.jobs()
                            .build("team/" + name + "/" + branch, 1)
                            .await()
                            .result())
                    .isEqualTo("SUCCESS");
        }
        repository.commit("Bob <bob@example.org>", "Add " + file, file, "1");
        assertThat(bed.jobs().build("team/" + name + "/main").result()).isEqualTo(result);
        repository.checkout("feature");
        repository.merge("Cyd <cyd@example.org>", "main");
        assertThat(bed.jobs().build("team/" + name + "/feature").result()).isEqualTo("FAILURE");
        team.quiet();
    }
}
