package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits of a shared library that a pipeline checks out: they have changed nothing of the job, and nobody of them broke it. */
@JenkinsAcceptance(freshJenkins = true)
@Order(5)
class LibraryCommitsTest {
    private static final String HELPER = "vars/helper.groovy";

    private static Team team;

    @BeforeAll
    static void createTeam(TestBed bed) {
        bed.openSystemChannel();
        team = Team.create(bed);
        team.join("ann", "lib");
        bed.configuration().set("personal: {enabled: true}", "threadDetails: full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCMSourceRetriever", "SCMRetriever"})
    void shouldNotTakeThemForChangesOfTheJob(String retriever, TestBed bed) {
        var name = "uses-" + retriever.toLowerCase(Locale.ROOT);
        var library = GitRepository.create();
        library.commit("Lib <lib@example.org>", "Begin the library", HELPER, "def call() { echo 'fine' }");
        define(bed, library, retriever);
        var sources = GitRepository.create();
        sources.commit("Ann <ann@example.org>", "Begin the job", "src/a", "1");
        bed.jobs().createPipeline("team/" + name, """
            @Library('helpers') _
            node {
                git url: '%s', branch: 'main'
                helper()
            }
            """.formatted(sources.url()));
        assertThat(bed.jobs().build("team/" + name).result()).isEqualTo("SUCCESS");
        library.commit("Lib <lib@example.org>", "Rework the helper", HELPER, "def call() { error 'no longer' }");
        sources.commit("Ann <ann@example.org>", "Go on with the job", "src/a", "2");

        assertThat(bed.jobs().build("team/" + name).result()).isEqualTo("FAILURE");
        team.quiet();

        assertThat(bed.channels().awaitAbout(name + " #2", bed.systemChannel(), 1))
                .singleElement()
                .satisfies(message -> assertThat(message.toString())
                        .contains("Go on with the job")
                        .doesNotContain("Rework the helper"));
        assertThat(team.told(name)).contains(name + " #2 | ann").doesNotContain("| lib |");
    }

    /** A library may lie in the repository of the job itself; its commits are those of the job then, whichever comes first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            before | @Library('helpers') _             | echo 'no library here'
            behind | echo 'no library here'            | library 'helpers@main'
            """)
    void shouldTakeThemForChangesWhereTheJobHasTheSameRepository(
            String name, String first, String second, TestBed bed) {
        var both = GitRepository.create();
        both.commit("Ann <ann@example.org>", "Begin", HELPER, "def call() { echo 'fine' }");
        define(bed, both, "SCMSourceRetriever");
        bed.jobs().createPipeline("team/" + name, """
            %s
            node {
                git url: '%s', branch: 'main'
                %s
                helper()
            }
            """.formatted(first, both.url(), second));
        assertThat(bed.jobs().build("team/" + name).result()).isEqualTo("SUCCESS");
        both.commit("Lib <lib@example.org>", "Rework the helper", HELPER, "def call() { error 'no longer' }");

        assertThat(bed.jobs().build("team/" + name).result()).isEqualTo("FAILURE");
        team.quiet();

        assertThat(bed.channels().awaitAbout(name + " #2", bed.systemChannel(), 1))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).containsOnlyOnce("Rework the helper"));
        assertThat(team.told(name)).contains(name + " #2 | lib");
    }

    private static void define(TestBed bed, GitRepository repository, String retriever) {
        bed.admin().script("""
            import org.jenkinsci.plugins.workflow.libs.*
            def source = new jenkins.plugins.git.GitSCMSource('%1$s')
            source.traits = [new jenkins.plugins.git.traits.BranchDiscoveryTrait()]
            def scm = new hudson.plugins.git.GitSCM([new hudson.plugins.git.UserRemoteConfig('%1$s', null, null, null)],
                [new hudson.plugins.git.BranchSpec('${library.helpers.version}')], null, null, [])
            def library = new LibraryConfiguration('helpers',
                '%2$s' == 'SCMRetriever' ? new SCMRetriever(scm) : new SCMSourceRetriever(source))
            library.defaultVersion = 'main'
            GlobalLibraries.get().libraries = [library]
            """.formatted(repository.url(), retriever));
    }
}
