package io.jenkins.plugins.slacknotify.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what the fields of patterns say, and branches by the names that people write. */
@JenkinsAcceptance
class PatternsTest {
    private static final String RULE = "descriptorByName/io.jenkins.plugins.slacknotify.config.rules.RuleConfig/";

    @Test
    void shouldSayHowManyJobsAPatternFits(TestBed bed) {
        bed.jobDsl().run("""
            folder('counted')
            ['a', 'b', 'c'].each { name -> pipelineJob('counted/' + name) { definition { cps { sandbox(true); script('echo 1') } } } }
            """);

        assertThat(checked(bed, "admin", "job/counted/", "jobs", "counted/a\ncounted/b"))
                .contains("<div class=\"ok\">", "Fits 2 of 3 jobs.");
        assertThat(checked(bed, "admin", "job/counted/", "jobs", "counted"))
                .contains("<div class=\"warning\">", "Fits 0 of 3 jobs.", "Did you mean &#039;counted/**&#039;?");
        assertThat(checked(bed, "admin", "", "jobs", "counted/a, counted/b"))
                .contains("<div class=\"warning\">", "Fits 0 of", "Write one pattern a line");
        assertThat(checked(bed, "admin", "", "jobs", "job/counted/job/a"))
                .contains("<div class=\"warning\">", "Did you mean &#039;counted/a&#039;?");
        assertThat(checked(bed, "admin", "", "jobs", "/counted")).contains("<div class=\"error\">", "has a slash");
        assertThat(checked(bed, "developer", "job/counted/", "jobs", "counted/*"))
                .contains("Fits 3 of 3 jobs.");
        assertThat(bed.user("developer")
                        .post(RULE + "checkJobs", Map.of("value", "counted/*"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shouldTakeBranchesAsPeopleWriteThem(TestBed bed) {
        var repository = GitRepository.create();
        List.of("main", "feature/cart").forEach(branch -> repository.commit(branch, "Jenkinsfile", "error 'no'"));
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.channels().open("features");
        bed.configuration().set("routing: {rules: [{name: Features, jobs: [written/feature/**], to: ['#features']}]}");
        bed.jobDsl().run("""
            multibranchPipelineJob('written') { branchSources { git { id('written'); remote('%s') } } }
            """.formatted(repository.url()));
        bed.jobs().build("written/main", 1).await();
        bed.jobs().build("written/feature%2Fcart", 1).await();

        bed.channels().awaitAbout("cart", "features", 1);
        assertThat(bed.channels().messagesAbout("main", "features")).isEmpty();
        for (var name : List.of("written/feature/cart", "written/feature%2Fcart")) {
            assertThat(bed.admin()
                            .post("manage/slack/preview/api?job=" + name.replace("%", "%25"), "application/yaml", "")
                            .requireStatus(200)
                            .body())
                    .contains("Features");
        }
        bed.admin()
                .post("job/written/slack-notify/preview", Map.of("job", "feature/cart"))
                .requireStatus(200);
        assertThat(bed.admin().get("manage/slack/preview/").body()).contains("<option value=\"written/feature/cart\"");
        assertThat(checked(bed, "admin", "", "branches", "feature/*\nrelease/*"))
                .contains("Fits 1 of", "&#039;release/*&#039; fits none of the branches.");
        assertThat(bed.admin()
                        .get("job/written/job/feature%252Fcart/slack-notify/")
                        .requireStatus(200)
                        .body())
                .contains("Try it on a build");
        bed.admin()
                .post("job/written/job/feature%252Fcart/slack-notify/preview", Map.of())
                .requireStatus(200);
        assertThat(bed.user("reader")
                        .post("job/written/job/feature%252Fcart/slack-notify/preview", Map.of())
                        .status())
                .isIn(403, 404);
    }

    @Test
    void shouldNotTakeARuleForMoreBuildsThanItSays(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "misspelt-rule", "properties([slackNotifyRules([[evnets: ['failure'], to: ['#system']]])])");

        var build = bed.jobs().build("misspelt-rule");

        assertThat(build.console()).contains("A rule has no option 'evnets'. Did you mean 'events'?");
        assertThat(build.result()).isEqualTo("FAILURE");
    }

    private static String checked(TestBed bed, String user, String place, String field, String patterns) {
        var method = "check" + field.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + field.substring(1);
        return bed.user(user)
                .post(place + RULE + method, Map.of("value", patterns))
                .requireStatus(200)
                .body();
    }
}
