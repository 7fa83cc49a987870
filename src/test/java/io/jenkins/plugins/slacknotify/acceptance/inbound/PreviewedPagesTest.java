package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The preview of each kind of page of a real Jenkins with Blue Ocean, Pipeline Graph View and the Display URL API.
 * Prints the table of {@code docs/previews.md}.
 */
@Tag("acceptance")
@Order(26)
@ExtendWith(InboundBeds.class)
class PreviewedPagesTest {
    private static final Duration TIMEOUT = InboundBed.TIMEOUT;

    private static final Set<String> PLUGINS = Set.of(
            "blueocean",
            "blueocean-display-url",
            "cloudbees-folder",
            "display-url-api",
            "junit",
            "matrix-project",
            "pipeline-graph-view",
            "workflow-aggregator",
            "workflow-durable-task-step",
            "workflow-support");

    private static final String SCRIPT = """
            node {
              stage('Build') {
                echo 'the first line of the stage'
                writeFile file: 'out/a b.txt', text: 'hello'
                archiveArtifacts 'out/**'
              }
              stage('Test') {
                writeFile file: 'r.xml', text: '''<testsuite name="CartTest"><testcase classname="com.example.CartTest" name="adds" time="0.2"/><testcase classname="com.example.CartTest" name="removes"><failure message="expected: 1 but was: 2">trace</failure></testcase></testsuite>'''
                junit 'r.xml'
              }
              stage('Deploy') {
                error 'no room on the server'
              }
            }
            """;

    private static final String ROUTING = """
                routing:
                  destinations:
                    - {name: full, channel: "#full", threadDetails: full}
                    - {name: quiet, channel: "#quiet", threadDetails: none, buttons: none}
                    - {name: links, channel: "#links", buttons: links}
                  rules:
                    - {name: Payroll is private, jobs: ["payroll/**"], people: [requester], last: true}
            """;

    private static String withPeople(String yaml) {
        return yaml.replace("        - {id: admin,", "        - " + Accounts.yaml("Anna") + "\n        - {id: admin,")
                .replace(
                        "        - user: {name: admin,",
                        "        - user: {name: anna, permissions: [Overall/Read, Job/Read, Job/Build, Job/Cancel, View/Read]}\n"
                                + "        - user: {name: admin,")
                .replace("    inbound:\n", ROUTING + "    inbound:\n");
    }

    private static void furnish(InboundBed bed) {
        bed.jobs()
                .create(
                        "team",
                        "<com.cloudbees.hudson.plugins.folder.Folder><description>What the &lt;a href='http://x'>team&lt;/a> makes"
                                + "</description></com.cloudbees.hudson.plugins.folder.Folder>");
        bed.jobs().createPipeline("team/shop", "echo 'good'");
        bed.jobs().build("team/shop");
        bed.jobs().changePipeline("team/shop", SCRIPT);
        bed.jobs().build("team/shop");
        bed.jobs().createPipeline("team/never built", "echo 'x'");
        bed.jobs().createPipeline("Über uns", "echo 'x'");
        bed.jobs().build("Über uns");
        bed.jobs().create("payroll", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        bed.jobs().createPipeline("payroll/run", "echo 'x'");
        bed.jobs().build("payroll/run");
        bed.admin().script("""
                def grid = Jenkins.get().createProject(hudson.matrix.MatrixProject, 'grid')
                grid.axes = new hudson.matrix.AxisList(new hudson.matrix.TextAxis('os', 'linux'))
                grid.save()
                """);
        bed.jobs().build("grid");
        bed.jobs().create("nowhere", "<project><assignedNode>nowhere</assignedNode><canRoam>false</canRoam></project>");
        bed.admin().script("""
                def view = new hudson.model.ListView('Nightly builds')
                Jenkins.get().addView(view)
                view.add(Jenkins.get().getItem('Über uns'))
                """);
    }

    private static String queue(InboundBed bed) {
        return bed.admin().script("""
                Jenkins.get().getItem('nowhere').scheduleBuild2(0)
                print Jenkins.get().queue.items.find { it.task.name == 'nowhere' }.id
                """).strip();
    }

    /** The id of the stage of that name in the failed build. */
    private static String node(InboundBed bed, String expression) {
        return bed.admin().script("""
                import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner
                import org.jenkinsci.plugins.workflow.actions.*
                def nodes = new DepthFirstScanner().allNodes(Jenkins.get().getItemByFullName('team/shop').getBuildByNumber(2).execution)
                print nodes.find { %s }.id
                """.formatted(expression)).strip();
    }

    /** The page of stages, which is called {@code pipeline-overview}, or {@code stages} in newer versions of its plugin. */
    private static String graph(InboundBed bed) {
        return bed.admin().script("""
                print Jenkins.get().getItemByFullName('team/shop').getBuildByNumber(2).allActions
                    .find { it.class.simpleName == 'PipelineConsoleViewAction' }.urlName
                """).strip();
    }

    @ByTransport
    void shouldShowEachKindOfPage(boolean bySocket) {
        try (var bed = InboundBed.start(bySocket, PLUGINS, PreviewedPagesTest::withPeople)) {
            furnish(bed);
            var anna = LinkedMembers.link(bed, "anna");
            for (var channel : List.of("full", "quiet", "links", "builds")) {
                bed.workspace().channel(channel).invite("jenkins").invite("anna");
            }
            String stage = node(bed, "it.getAction(LabelAction)?.displayName == 'Deploy'");
            String echo = node(bed, "it.displayFunctionName == 'echo'");
            String graph = graph(bed);

            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("job/team/job/shop/", "*team » shop #2*");
            pages.put("view/all/job/team/job/shop/2/", "*team » shop #2*");
            pages.put("job/team/job/shop/lastBuild/", "#2");
            pages.put("job/team/job/shop/lastFailedBuild/", "#2");
            pages.put("job/team/job/shop/lastSuccessfulBuild/", "#1");
            pages.put("job/team/job/shop/2/" + graph + "/?selected-node=" + stage, "Stage *Deploy* failed");
            pages.put("job/team/job/shop/2/execution/node/" + stage + "/", "Stage *Deploy* failed");
            pages.put(
                    "blue/organizations/jenkins/team%2Fshop/detail/shop/2/pipeline/" + stage, "Stage *Deploy* failed");
            pages.put("job/team/job/shop/2/console", "no room on the server");
            pages.put("job/team/job/shop/2/consoleFull#L1", "Log, line 1");
            pages.put(
                    "job/team/job/shop/2/" + graph + "/?start-byte=0&selected-node=" + echo + "#log-" + echo + "-1",
                    "the first line of the stage");
            pages.put("job/team/job/shop/2/execution/node/" + echo + "/log/", "the first line of the stage");
            pages.put("job/team/job/shop/2/testReport/", "2 tests, 1 fails");
            pages.put(
                    "job/team/job/shop/2/testReport/com.example/CartTest/", "*com.example.CartTest*: 2 tests, 1 fails");
            pages.put("job/team/job/shop/2/testReport/junit/com.example/", "*com.example*: 2 tests, 1 fails");
            pages.put("job/team/job/shop/2/testReport/com.example/CartTest/removes/", "expected: 1 but was: 2");
            pages.put("job/team/job/shop/2/changes", "Nothing was changed");
            pages.put("job/team/job/shop/2/artifact/", "1 file");
            pages.put("job/team/job/shop/2/artifact/out/a%20b.txt", "`out/a b.txt`, 5 bytes");
            pages.put("job/team/job/shop/2/display/redirect", "#2");
            pages.put("job/team/job/shop/2/display/redirect?page=tests", "2 tests, 1 fails");
            pages.put("job/team/job/shop/2/display/redirect?page=artifacts", "1 file");
            pages.put("job/team/job/shop/display/redirect", "#2");
            pages.put("blue/organizations/jenkins/team%2Fshop/detail/shop/2/tests", "2 tests, 1 fails");
            pages.put("blue/organizations/jenkins/team%2Fshop/detail/shop/2/changes", "Nothing was changed");
            pages.put("blue/organizations/jenkins/team%2Fshop/detail/shop/2/artifacts", "1 file");
            pages.put("blue/organizations/jenkins/team%2Fshop/activity", "#2");
            pages.put("job/%C3%9Cber%20uns/1/", "Über uns #1");
            pages.put("job/grid/os=linux/1/console", "grid » linux #1");
            pages.put("job/team/job/never%20built/", "has not been built yet");
            pages.put("job/team/", "has 2 jobs ⏎ What the team makes");
            pages.put("view/Nightly%20builds/", "*Nightly builds* has 1 job");
            String queued = "queue/item/" + queue(bed) + "/api/json";
            pages.put(queued, "*nowhere* waits in the queue");

            List<String> table = new ArrayList<>();
            SoftAssertions each = new SoftAssertions();
            pages.forEach((path, expected) -> {
                assertThat(bed.admin().get(path).status())
                        .as("Jenkins has the page " + path)
                        .isIn(200, 302);
                String card = card(bed, anna, "full", path);
                table.add("| `" + path + "` | " + card + " |");
                each.assertThat(card).as(path).contains(expected);
            });
            LinkedMembers.write("previewed-pages", bySocket, table);
            each.assertAll();

            String log = "job/team/job/shop/2/console";
            String test = "job/team/job/shop/2/testReport/com.example/CartTest/removes/";
            List<String> channels = new ArrayList<>();
            for (String path : List.of(log, test, "job/team/job/shop/2/", "job/payroll/job/run/1/")) {
                for (String channel : List.of("full", "builds", "links", "quiet")) {
                    channels.add("| `" + path + "` | #" + channel + " | " + card(bed, anna, channel, path) + " |");
                }
                channels.add("| `" + path + "` | direct message | "
                        + card(bed, anna, anna.appConversation().id(), path) + " |");
            }
            LinkedMembers.write("preview-channels", bySocket, channels);
            assertThat(card(bed, anna, "builds", log)).doesNotContain("no room", "no preview");
            assertThat(card(bed, anna, "builds", test)).contains("expected: 1", "[Run again]");
            assertThat(card(bed, anna, "quiet", test)).doesNotContain("expected: 1", "CartTest", "[");
            assertThat(card(bed, anna, "links", test))
                    .contains("[Open in Jenkins]")
                    .doesNotContain("[Run again]");
            assertThat(card(bed, anna, "full", "job/payroll/job/run/1/"))
                    .as("private by rule")
                    .isEqualTo("no preview");
            assertThat(card(bed, anna, "full", "job/payroll/")).contains("has no jobs");

            // At the end, as the card of before changes at some time then.
            bed.admin().script("Jenkins.get().queue.cancel(Jenkins.get().getItem('nowhere'))");
            assertThat(card(bed, anna, "full", queued)).endsWith("*nowhere* was taken out of the queue");
        }
    }

    /** Posts a link beside one that always has a preview, so that there is something to wait for. */
    private static String card(InboundBed bed, SandboxMember who, String channel, String path) {
        String root = bed.process().url().toString();
        String url = root + path;
        String marker = root + "job/%C3%9Cber%20uns/lastBuild/?for=" + path.hashCode();
        int before = unfurls(bed).size();
        assertThat(who.postLink(channel, url + " " + marker).isAcknowledged()).isTrue();
        var calls = await(path).atMost(TIMEOUT).until(() -> unfurls(bed), all -> all.size() > before);
        var call = calls.get(calls.size() - 1);
        assertThat(call.ok()).as(path + ": " + call).isTrue();
        JsonObject previews =
                JsonParser.parseString(call.arguments().get("unfurls")).getAsJsonObject();
        return previews.has(url)
                ? LinkedMembers.read(previews.getAsJsonObject(url).get("blocks"))
                : "no preview";
    }

    private static List<ApiCall> unfurls(InboundBed bed) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.method().equals("chat.unfurl"))
                .toList();
    }
}
