package io.jenkins.plugins.slacknotify.interaction.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Artifact;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Changes;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Input;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Log;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Stage;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Tests;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart.Whole;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector.Number;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector.Permalink;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage.BuildPage;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage.ItemPage;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage.QueuePage;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage.ViewPage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
    private static final String ROOT = "https://ci.example.com/jenkins/";

    private static Arguments page(String path, JenkinsPage page) {
        return Arguments.of(path, page);
    }

    /** Each such address leads to the next one. */
    @Test
    void shouldFollowASignInOnce() {
        String endless = ROOT + "login?from=" + "/jenkins/login?from=".repeat(3_000);

        assertThat(PageAddress.read(endless + "/jenkins/job/shop/12/", ROOT)).isEmpty();
    }

    private static JenkinsPage build(BuildPart part) {
        return new BuildPage("shop", new Number(12), part);
    }

    private static Arguments part(String path, BuildPart part) {
        return page("job/shop/12/" + path, new BuildPage("shop", new Number(12), part));
    }

    private static Arguments blue(String path, BuildPart part) {
        return page(
                "blue/organizations/jenkins/a%2Fshop/detail/shop/12/" + path,
                new BuildPage("a/shop", new Number(12), part));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                page("job/shop", new ItemPage("shop", "")),
                page("job/shop/", new ItemPage("shop", "")),
                page("job/shop/?auto_refresh=true#top", new ItemPage("shop", "")),
                page("/job//shop//", new ItemPage("shop", "")),
                page("job/shop/changes", new ItemPage("shop", "changes")),
                page("job/shop/configure", new ItemPage("shop", "configure")),
                page("job/shop/99999999999/", new ItemPage("shop", "99999999999")),
                page("job/shop/lastMinute/", new ItemPage("shop", "lastMinute")),
                page("job/a/job/shop/display/redirect?page=changes", new ItemPage("a/shop", "display/redirect")),
                page("job/My%20Job/", new ItemPage("My Job", "")),
                page("job/Gr\u00fc\u00dfe/", new ItemPage("Gr\u00fc\u00dfe", "")),
                page("job/Gr%C3%BC%C3%9Fe/", new ItemPage("Gr\u00fc\u00dfe", "")),
                page("job/a|b/", new ItemPage("a|b", "")),
                page("job/100%/", new ItemPage("100%", "")),
                page("job/shop/job/feature%252Fpay/", new ItemPage("shop/feature%2Fpay", "")),
                page("view/All/job/shop/", new ItemPage("shop", "")),
                page("user/ada/my-views/view/mine/job/shop/", new ItemPage("shop", "")),
                page("view/All/", new ViewPage("", List.of("All"))),
                page("view/Teams/view/My%20Team/", new ViewPage("", List.of("Teams", "My Team"))),
                page("view/x/job/a/view/Nightly/", new ViewPage("a", List.of("Nightly"))),
                page("queue/item/7/", new QueuePage(7)),
                page("queue/item/7/api/json", new QueuePage(7)),
                page("job/shop/lastBuild/", new BuildPage("shop", new Permalink("lastBuild"), new Whole())),
                page(
                        "job/shop/lastFailedBuild/console",
                        new BuildPage("shop", new Permalink("lastFailedBuild"), new Log(null, null))),
                page(
                        "job/grid/label=linux,jdk=17/12/console",
                        new BuildPage("grid/label=linux,jdk=17", new Number(12), new Log(null, null))),
                part("", new Whole()),
                part("rebuild/parameterized", new Whole()),
                part("console", new Log(null, null)),
                part("consoleText", new Log(null, null)),
                part("consoleFull#L7", new Log(null, 7)),
                part("console#log-42", new Log(null, 42)),
                part("console#L0", new Log(null, null)),
                part("pipeline-overview/", new Whole()),
                part("stages/?selected-node=8", new Stage("8")),
                part("pipeline-overview/?start-byte=0&selected-node=8#log-8-13", new Log("8", 13)),
                part("pipeline-overview/?start-byte=0&amp;selected-node=8", new Stage("8")),
                part("pipeline-overview/log?nodeId=8", new Log("8", null)),
                part("execution/node/8/", new Stage("8")),
                part("execution/node/8/log/?consoleFull", new Log("8", null)),
                part("testReport/", new Tests()),
                part("testReport/api/json", new Tests()),
                part(
                        "testReport/junit/com.example/CartTest/should%20add/",
                        new BuildPart.Test("junit/com.example/CartTest/should add")),
                part("changes#detail0", new Changes()),
                part("artifact/", new Artifact("")),
                part("artifact/out/a%20b.txt/*view*/", new Artifact("out/a b.txt")),
                part("artifact/R&amp;D/notes.txt", new Artifact("R&D/notes.txt")),
                part("testReport/junit/Cart%26/a&amp;b/", new BuildPart.Test("junit/Cart&/a&b")),
                page("job/grid/label=a&amp;b/12/", new BuildPage("grid/label=a&b", new Number(12), new Whole())),
                page("login?from=%2Fjenkins%2Fjob%2Fshop%2F12%2Fchanges", build(new Changes())),
                page("login/?from=%2Fjenkins%2Fjob%2Fshop%2F12%2F%3Fa%3Db&amp;x=y", build(new Whole())),
                page("loginError?from=%2Fjenkins%2Fjob%2Fshop%2F12%2Fconsole", build(new Log(null, null))),
                page("securityRealm/commenceLogin?from=/jenkins/job/shop/12/", build(new Whole())),
                page("login?from=%2Fjenkins%2Fjob%2FMy%2520Job%2F", new ItemPage("My Job", "")),
                part("artifact/*zip*/archive.zip", new Artifact("archive.zip")),
                part("input/", new Input()),
                part("display/redirect", new Whole()),
                part("display/redirect?page=tests", new Tests()),
                part("display/redirect?provider=blueocean&page=changes", new Changes()),
                part("display/redirect?page=artifacts", new Artifact("")),
                page("blue/organizations/jenkins/shop/activity", new ItemPage("shop", "activity")),
                page(
                        "blue/organizations/jenkins/a%2Fshop/activity?branch=feature%252Fpay",
                        new ItemPage("a/shop/feature%2Fpay", "activity")),
                page(
                        "blue/organizations/jenkins/shop/activity/?branch=feature%2Fpay",
                        new ItemPage("shop/feature%2Fpay", "activity")),
                page(
                        "blue/organizations/jenkins/shop/detail/feature%2F%23123%20%5Ba%5D/3/",
                        new BuildPage("shop/feature%2F%23123 %5Ba%5D", new Number(3), new Whole())),
                page(
                        "blue/organizations/jenkins/a%2Fshop/detail/feature%252Fpay/",
                        new ItemPage("a/shop/feature%2Fpay", "")),
                page(
                        "blue/organizations/jenkins/a%2Fshop/detail/feature%2Fpay/3/pipeline/17",
                        new BuildPage("a/shop/feature%2Fpay", new Number(3), new Stage("17"))),
                blue("pipeline", new Whole()),
                blue("pipeline/8#step-10", new Stage("10")),
                blue("pipeline/8#step-10-log-5", new Log("10", 5)),
                blue("pipeline#log-5", new Log(null, 5)),
                blue("tests", new Tests()),
                blue("changes/?page=1", new Changes()),
                blue("artifacts", new Artifact("")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldReadPages(String path, JenkinsPage page) {
        assertThat(PageAddress.read(ROOT + path, ROOT)).contains(page);
        assertThat(PageAddress.read("http://CI.example.com:80/jenkins/" + path, ROOT))
                .contains(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example.com/jenkins/job/shop/",
                "https://ci.example.com/job/shop/",
                "https://ci.example.com:8443/jenkins/job/shop/",
                "https://ci.example.com.evil.example/jenkins/job/shop/",
                "https://ci.example.com@evil.example/jenkins/job/shop/",
                "https://ci.example.com/jenkins",
                "https://ci.example.com/jenkins/",
                "https://ci.example.com/jenkins/manage/",
                "https://ci.example.com/jenkins/job/",
                "https://ci.example.com/jenkins/queue/",
                "https://ci.example.com/jenkins/queue/item/x/",
                "https://ci.example.com/jenkins/view/All/newJob",
                "https://ci.example.com/jenkins/me/my-views/view/all/",
                "https://ci.example.com/jenkins/job/a b/",
                "https://ci.example.com/jenkins/blue/pipelines",
                "https://ci.example.com/jenkins/blue/organizations/jenkins/pipelines",
                "https://ci.example.com/jenkins/blue/organizations/other/shop/detail/shop/12/",
                "https://ci.example.com/jenkins/login",
                "https://ci.example.com/jenkins/login?from=%2Fjenkins%2F",
                "https://ci.example.com/jenkins/login?from=%2Fother%2Fjob%2Fshop%2F12%2F",
                "https://ci.example.com/jenkins/login?from=https%3A%2F%2Fci.example.com%2Fjenkins%2Fjob%2Fshop%2F",
                "https://ci.example.com/jenkins/login?from=%2Fjenkins%2Fjob%2Fa%20b%2F",
                "https://",
                "mailto:x@y",
                ""
            })
    void shouldReadNoOtherAddress(String address) {
        assertThat(PageAddress.read(address, ROOT)).isEmpty();
    }

    @Test
    void shouldReadTheAddressesOfAJenkinsWithAPort() {
        assertThat(PageAddress.read("http://localhost:8080/job/shop/12/", "http://localhost:8080/"))
                .contains(new BuildPage("shop", new Number(12), new Whole()));
    }
}
