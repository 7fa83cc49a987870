package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands in a real Jenkins with accounts and permissions, by both transports: who may what, and what each is told. */
@Tag("acceptance")
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(InboundBeds.class)
class CommandsTest {
    private static final Pattern TIME = Pattern.compile("<time datetime=\"([^\"]+Z)\" tooltip=\"\\1\">([^<]+)</time>");

    private static final Map<Boolean, CommandOffice> OFFICES = new LinkedHashMap<>();

    /** Each attempt starts a Jenkins, so there is one. */
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @AfterAll
    static void stop() {
        OFFICES.values().forEach(office -> office.bed.close());
    }

    private static CommandOffice office(boolean bySocket) {
        if (!OFFICES.containsKey(bySocket)) {
            assertThat(FAILED).as("an office could not be furnished before").isFalse();
            FAILED.set(true);
            OFFICES.put(bySocket, new CommandOffice(bySocket));
            FAILED.set(false);
        }
        return OFFICES.get(bySocket);
    }

    @ByTransport
    void shouldAnswerEachByWhatTheyMay(boolean bySocket) throws IOException {
        var office = office(bySocket);
        var commands = List.of(
                "help",
                "whoami",
                "jobs",
                "status shop",
                "status payroll",
                "log shop",
                "run payroll",
                "run shop MODE=full",
                "run shop MODE=none",
                "run shop KEY=x",
                "run shop NONE=x",
                "status shpo",
                "ping",
                "main shop",
                "tests shop",
                "running",
                "queue",
                "waiting",
                "failing",
                "is shop ok?",
                "is payroll ok?",
                "main payroll",
                "log payroll",
                "tests payroll",
                "again payroll",
                "abort payroll",
                "again shop",
                "abort shop",
                "subscribe slow",
                "subscribe payroll",
                "subscribe nosuchjob",
                "list",
                "mute slow 1h",
                "mute payroll",
                "unmute slow",
                "unsubscribe none",
                "prefs");
        List<String> table = new ArrayList<>();
        Map<String, String> said = new LinkedHashMap<>();
        for (var who : office.members.keySet()) {
            for (var command : commands) {
                var answer = office.answer(who, command).text();
                said.put(who + ": " + command, answer);
                table.add("| " + who + " | " + command + " | "
                        + answer.replace("\n", " ⏎ ").replace("|", "¦") + " |");
            }
        }
        var file = Path.of("target", "acceptance", "commands-" + (bySocket ? "socket" : "http") + ".md");
        Files.createDirectories(file.getParent());
        Files.write(file, table);
        table.forEach(System.out::println);

        assertThat(said.get("developer: jobs")).contains("shop", "slow").doesNotContain("payroll");
        assertThat(said.get("admin: jobs")).contains("payroll");
        assertThat(said.get("nothing: jobs")).contains("no such job that you may see");
        assertThat(said.get("reader: status shop")).contains("shop", "succeeded");
        assertThat(said.get("reader: log shop")).contains("the end of the log");
        assertThat(said.get("reader: run shop MODE=full")).contains("You may not start", "reader", "Job/Build");
        assertThat(said.get("developer: run shop MODE=full")).contains("has started", "shop");
        assertThat(said.get("developer: run shop MODE=none")).contains("`MODE` has to be one of `fast`, `full`");
        assertThat(said.get("developer: run shop KEY=x")).contains("`KEY` can be given on the job's page alone");
        assertThat(said.get("developer: run shop NONE=x")).contains("no parameter `NONE`");
        assertThat(said.get("developer: status shpo")).contains("Did you mean", "shop");
        assertThat(said.get("nothing: status shpo")).doesNotContain("Did you mean");
        for (var who : List.of("developer", "reader", "nothing")) {
            assertThat(said.get(who + ": status payroll"))
                    .isEqualTo(
                            "There is no job *payroll*, or none that you may see. `jobs` lists those that you may see,"
                                    + " and `help status` says what the command takes.");
            assertThat(withoutCommand(said.get(who + ": run payroll")))
                    .isEqualTo(withoutCommand(said.get(who + ": status payroll")));
            assertThat(said.get(who + ": is payroll ok?")).isEqualTo(said.get(who + ": status payroll"));
        }
        assertThat(said.get("reader: is shop ok?")).contains("shop", "succeeded");
        assertThat(said.get("nothing: is shop ok?")).isEqualTo(said.get("nothing: status shop"));
        assertThat(said.get("nothing: status shop"))
                .isEqualTo(said.get("developer: status payroll").replace("payroll", "shop"));
        assertThat(said.get("unlinked: status shop")).contains("do not know yet who you are");
        assertThat(said.get("guest: status shop")).contains("guest");
        assertThat(said.get("outsider: status shop")).contains("another organisation");
        assertThat(said.get("locked: status shop")).contains("disabled or locked");
        assertThat(said.get("gone: status shop")).contains("not yours any more, or not there");
        for (var who : List.of("developer", "reader", "nothing")) {
            for (var command : List.of(
                    "main payroll",
                    "log payroll",
                    "tests payroll",
                    "again payroll",
                    "abort payroll",
                    "subscribe payroll",
                    "mute payroll")) {
                assertThat(withoutCommand(said.get(who + ": " + command)))
                        .as(who + ": " + command)
                        .isEqualTo(withoutCommand(said.get(who + ": status payroll")));
            }
            assertThat(said.get(who + ": subscribe nosuchjob").replace("nosuchjob", "payroll"))
                    .isEqualTo(said.get(who + ": subscribe payroll"));
        }
        assertThat(said.get("reader: subscribe slow")).contains("has subscribed this channel to `slow`");
        assertThat(said.get("nothing: subscribe slow")).contains("There is no job *slow*");
        assertThat(said.get("nothing: list")).doesNotContain("slow");
        assertThat(said.get("reader: list")).contains("`slow` (fixed, unstable, failure)");
        assertThat(said.get("reader: mute slow 1h")).contains("You hear nothing in direct messages of `slow` until");
        assertThat(said.get("reader: again shop")).contains("You may not");
        assertThat(said.get("developer: again shop")).contains("`KEY` is a secret");
        assertThat(said.get("reader: prefs")).contains("opened a form");
        said.forEach((asked, answer) -> {
            if (!asked.startsWith("admin: ") && !asked.contains("payroll")) {
                assertThat(answer).as(asked).doesNotContain("payroll");
            }
        });
        for (var who : List.of("unlinked", "guest", "outsider", "locked", "gone")) {
            for (var command : commands) {
                if (!List.of("help", "ping", "whoami").contains(command)) {
                    assertThat(withoutCode(said.get(who + ": " + command)))
                            .as(who + ": " + command)
                            .isEqualTo(withoutCode(said.get(who + ": status shop")));
                }
            }
            assertThat(said.get(who + ": run shop MODE=full")).isEqualTo(said.get(who + ": status shop"));
            assertThat(said.get(who + ": jobs")).doesNotContain("slow");
        }
        assertThat(office.bed.admin().script("""
                        def builds = jenkins.model.Jenkins.get().getItemByFullName('shop').builds
                        print builds.collect { it.causes*.class*.simpleName + it.causes.findResults {
                            it.hasProperty('userId') ? it.userId : null } }.flatten().unique().sort()
                        """))
                .contains("SlackCause", "admin", "developer")
                .doesNotContain("reader", "locked", "gone");
    }

    private static String withoutCommand(String answer) {
        return answer.replaceAll("`help \\w+`", "`help`");
    }

    private static String withoutCode(String answer) {
        return answer.replaceAll("code=[\\w-]+", "code=");
    }

    /** A request of a member who was deactivated since can still come, as Slack has queued it or somebody replays it. */
    @Test
    void shouldDoNothingForADeactivatedMember() {
        var office = office(true);
        var former = office.bed.workspace().user("former", "former@acme.example");
        office.bed.admin().script("""
                import jenkins.model.Jenkins
                import hudson.model.Item
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                def user = Jenkins.get().securityRealm.createAccount('former', 'former-password')
                [Jenkins.READ, Item.READ, Item.BUILD].each {
                    Jenkins.get().authorizationStrategy.add(it, PermissionEntry.user('former'))
                }
                io.jenkins.plugins.slacknotify.personal.SlackLinks.get().link(user, '%s', '%s', 'former', 'acme')
                """.formatted(office.bed.workspace().teamId(), former.id()));
        former.deactivate();
        var next = "print jenkins.model.Jenkins.get().getItem('shop').nextBuildNumber";
        var before = office.bed.admin().script(next);
        var channel = office.bed.workspace().channel("builds");
        var body = "team_id=" + office.bed.workspace().teamId() + "&api_app_id="
                + office.bed.app().id()
                + "&channel_id=" + channel.id() + "&channel_name=builds&user_id=" + former.id()
                + "&command=%2Fjenkins&text=run+shop&trigger_id=1.2.3";

        var requests = "it.requests().requests()";
        var seen = office.bed.status(requests);
        assertThat(office.bed
                        .sendSigned(
                                "application/x-www-form-urlencoded",
                                body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        await("it was looked at")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> office.bed.status(requests), counts -> !counts.equals(seen) && counts.contains("SLASH"));

        assertThat(office.answer("developer", "status shop").text()).contains("shop");
        assertThat(office.bed.admin().script(next)).isEqualTo(before);
    }

    /** The time of an answer must not tell a job that is hidden from one that is not there. Printed, as machines differ. */
    @ByTransport
    void shouldPrintHowLongAnAnswerTakes(boolean bySocket) {
        var office = office(bySocket);
        for (var command : List.of("status payroll", "status nosuchjob", "status shop")) {
            List<Long> millis = new ArrayList<>();
            for (var round = 0; round < 15; round++) {
                var start = System.nanoTime();
                assertThat(office.answer("developer", command).text()).isNotEmpty();
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            millis.sort(null);
            System.out.println(command + ": median " + millis.get(7) + " ms, slowest " + millis.get(14) + " ms");
        }
    }

    @ByTransport
    void shouldStartWithTheParametersAndSayWhoDid(boolean bySocket) {
        var office = office(bySocket);
        var number = Integer.parseInt(office.bed
                .admin()
                .script("print jenkins.model.Jenkins.get().getItemByFullName('shop').nextBuildNumber"));

        var answer = office.answer("developer", "run shop TARGET=\"prod 1\"");

        assertThat(answer.text()).contains("has started").doesNotContain("prod 1");
        var build = office.bed.jobs().build("shop", number).await();
        assertThat(build.console()).contains("developer", "in Slack", "by the member");
        assertThat(
                        office.bed
                                .admin()
                                .script(
                                        "print jenkins.model.Jenkins.get().getItemByFullName('shop').getBuildByNumber("
                                                + number
                                                + ").getAction(hudson.model.ParametersAction).parameters.collect { it.name + '=' + it.value }"))
                .contains("TARGET=prod 1", "MODE=fast");
    }

    /** The label of a node, for example, is given as a text, and Jenkins has no text for it. */
    @Test
    void shouldStartWithADefaultThatIsNoText() {
        var office = office(true);
        office.bed.jobs().createPipeline("labelled", "echo \"on ${env.WHERE}\"");
        office.bed.admin().script("""
                import hudson.model.*
                class NodeLabel extends ParameterValue {
                    String label
                    NodeLabel(String name, String label) { super(name); this.label = label }
                    void buildEnvironment(Run run, hudson.EnvVars env) { env.put(name, label) }
                }
                class NodeLabelDefinition extends SimpleParameterDefinition {
                    NodeLabelDefinition() { super('WHERE') }
                    ParameterValue createValue(String text) { new NodeLabel(name, text) }
                    ParameterValue getDefaultParameterValue() { new NodeLabel(name, 'linux') }
                }
                class NodeLabelFilter implements jenkins.security.CustomClassFilter {
                    Boolean permits(Class<?> type) { type.name.startsWith('NodeLabel') ? true : null }
                }
                hudson.ExtensionList.lookup(jenkins.security.CustomClassFilter).add(0, new NodeLabelFilter())
                jenkins.model.Jenkins.get().getItem('labelled').addProperty(
                    new ParametersDefinitionProperty(new NodeLabelDefinition()))
                """);

        assertThat(office.answer("developer", "run labelled").text()).contains("has started");
        assertThat(office.bed.jobs().build("labelled", 1).await().console()).contains("on linux");
        assertThat(office.answer("developer", "run labelled WHERE=mac").text()).contains("has started");
        assertThat(office.bed.jobs().build("labelled", 2).await().console()).contains("on mac");
        office.bed.admin().script("jenkins.model.Jenkins.get().getItem('labelled').delete()");
    }

    @Test
    void shouldMeanTheBuildOfAPermalink() {
        var office = office(true);
        var jobs = office.bed.jobs();
        jobs.createPipeline("steps", "if (env.BUILD_NUMBER == '3') { currentBuild.result = 'ABORTED' }");
        for (int number = 1; number <= 3; number++) {
            jobs.start("steps").await();
        }

        assertThat(office.answer("developer", "log job/steps/lastSuccessfulBuild/console.")
                        .text())
                .contains("steps #2");
        assertThat(office.answer("developer", "status steps last").text()).contains("#3");
        assertThat(office.answer("developer", "again steps last successful").text())
                .contains("#2");
        assertThat(office.answer("developer", "again steps lastFailedBuild").text())
                .contains("has no build `lastFailedBuild`");
        assertThat(jobs.build("steps", 4).await().console()).contains("in Slack");
        office.bed.admin().script("jenkins.model.Jenkins.get().getItem('steps').delete()");
    }

    @Test
    void shouldNameEveryCommandInTheManual() throws IOException {
        var page = Stream.of("docs", "../../docs")
                .map(docs -> Path.of(docs, "commands.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        var table = Files.readString(page).split("<!-- commands -->")[1].split("\n\n")[0];
        var help = office(true).answer("reader", "help").text();
        var commands = Pattern.compile("(?m)^• `(\\w+)").matcher(help).results().map(command -> command.group(1));

        assertThat(commands)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        command -> assertThat(table).containsPattern("(?m)^\\|.* `" + command + "\\b.*`.*\\|.*\\|$"));
    }

    @Test
    void shouldAnswerQuestionsAndDoNothingForThem() {
        var office = office(true);
        office.bed.jobs().createPipeline("cart", "if (env.BUILD_NUMBER == '2') { error 'no' }");
        office.bed.jobs().build("cart");
        office.bed.jobs().start("cart").await();

        var red = await("somebody was told")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> office.answer("reader", "is anything red?").text(), text -> text.contains("cart"));
        assertThat(red).contains("*Failing*", "|cart>* #2, bad since");
        assertThat(office.answer("nothing", "is everything ok?").text()).contains("No job that you may see is bad");
        assertThat(office.answer("reader", "why did cart fail?").text()).contains("cart #2", "no");
        assertThat(office.answer("reader", "when did cart last pass?").text()).contains("cart #1", "It ended");
        assertThat(office.answer("reader", "is " + office.bed.process().url() + "job/cart/1/ ok?")
                        .text())
                .contains("cart #1");
        assertThat(office.answer("developer", "can you run cart?").text()).contains("I do not know `can`");
        assertThat(office.answer("developer", "jobs " + office.bed.process().url() + "job/cart/")
                        .text())
                .contains("*Jobs* (1)", "cart");
        assertThat(office.bed.admin().script("print jenkins.model.Jenkins.get().getItem('cart').nextBuildNumber"))
                .contains("3");
        office.bed.admin().script("jenkins.model.Jenkins.get().getItem('cart').delete()");
        assertThat(office.answer("reader", "failing").text()).doesNotContain("cart");
    }

    /** What waits has not been started, and two who ask for the same get one build. */
    @Test
    void shouldNotCallStartedWhatWaits() {
        var office = office(true);
        office.bed.jobs().createPipeline("later", "echo 'at last'");
        office.bed.admin().script("jenkins.model.Jenkins.get().doQuietDown(false, 0, 'a new kernel', false)");
        try {
            assertThat(office.answer("developer", "run later").text())
                    .contains("has asked for", "later", "starts no builds at this moment, so it waits in the queue")
                    .doesNotContain("started");
            assertThat(office.answer("admin", "run later").text())
                    .contains("was in the queue already", "gets that build");
            assertThat(office.answer("developer", "status later").text()).contains("waits for");
        } finally {
            office.bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()");
        }

        var build = office.bed.jobs().build("later", 1).await();
        assertThat(build.console()).contains("developer", "admin", "at last");
        assertThat(office.bed.admin().script("print jenkins.model.Jenkins.get().getItem('later').nextBuildNumber"))
                .isEqualTo("2");
        office.bed.admin().script("jenkins.model.Jenkins.get().getItem('later').delete()");
    }

    @ByTransport
    void shouldStopABuild(boolean bySocket) {
        var office = office(bySocket);
        var build = office.bed.jobs().start("slow");
        build.awaitConsole("Sleeping");

        assertThat(office.answer("reader", "abort slow").text()).contains("You may not stop", "Job/Cancel");
        assertThat(office.answer("developer", "running").text()).contains("slow", "has run for");
        assertThat(office.answer("developer", "abort slow").text()).contains("stops", "slow", "#" + build.number());

        assertThat(build.await().result()).isEqualTo("ABORTED");
        assertThat(build.console()).contains("Aborted by", "by the member");
        assertThat(office.account("developer")
                        .get("job/slow/" + build.number() + "/")
                        .body())
                .containsIgnoringCase("told to stop by");
        assertThat(office.answer("developer", "abort slow " + build.number()).text())
                .contains("has ended already");
    }

    @ByTransport
    void shouldGiveNothingAwayByALink(boolean bySocket) {
        var office = office(bySocket);
        var code = office.code("unlinked");
        var path = "slack-notify-link/?code=" + code;

        var anonymous = JenkinsClient.anonymous(office.bed.process().url());
        assertThat(anonymous.get(path).status()).isIn(302, 403);
        assertThat(anonymous.get(path).body()).doesNotContain("unlinked");
        assertThat(office.account("reader")
                        .postWithoutCrumb("slack-notify-link/confirm", Map.of("code", code))
                        .status())
                .isEqualTo(403);
        assertThat(office.account("reader")
                        .get("slack-notify-link/confirm?code=" + code)
                        .status())
                .isIn(404, 405);
        assertThat(office.account("reader")
                        .get("slack-notify-link/?code=" + "x".repeat(32))
                        .requireStatus(200)
                        .body())
                .contains("This address is not valid");
        assertThat(office.answer("unlinked", "status shop").text()).contains("do not know yet");
    }

    /** A double click sends the form twice, and the browser shows the answer to the second one. */
    @ByTransport
    void shouldTellTheSecondClickOnConfirmWhatTheFirstHasDone(boolean bySocket) {
        var office = office(bySocket);
        var confirmation = Map.of("code", office.code("developer"));
        for (int click = 1; click <= 2; click++) {
            assertThat(office.account("developer")
                            .post("slack-notify-link/confirm", confirmation)
                            .requireStatus(200)
                            .body())
                    .as("click %d", click)
                    .contains("is linked with your account developer");
        }

        assertThat(office.account("reader")
                        .post("slack-notify-link/confirm", confirmation)
                        .requireStatus(200)
                        .body())
                .as("of somebody else")
                .contains("This address is not valid");
    }

    @ByTransport
    void shouldTakeTheAddressAgainWhereTheLinkWasNotSaved(boolean bySocket) throws IOException {
        var office = office(bySocket);
        office.answer("nothing", "unlink");
        var confirmation = Map.of("code", office.code("nothing"));
        var file = Path.of(office.bed
                .admin()
                .script("print new File(hudson.model.User.getById('nothing', false).userFolder, 'config.xml')"));
        var kept = file.resolveSibling("config.kept");
        Files.move(file, kept);
        Files.createDirectories(file.resolve("in-the-way"));
        try {
            assertThat(office.account("nothing")
                            .post("slack-notify-link/confirm", confirmation)
                            .requireStatus(200)
                            .body())
                    .contains("could not be saved", "is me: link with my account");
            // A command of a member without a link would open another request.
            assertThat(office.bed
                            .admin()
                            .get("manage/slack/accounts/")
                            .requireStatus(200)
                            .body())
                    .doesNotContain(office.members.get("nothing").user().id());
        } finally {
            Files.delete(file.resolve("in-the-way"));
            Files.delete(file);
            Files.move(kept, file);
        }

        assertThat(office.account("nothing")
                        .post("slack-notify-link/confirm", confirmation)
                        .requireStatus(200)
                        .body())
                .contains("is linked with your account nothing");
        assertThat(office.answer("nothing", "whoami").text()).contains("You are *nothing*");
        assertThat(office.account("reader")
                        .post("slack-notify-link/confirm", confirmation)
                        .requireStatus(200)
                        .body())
                .as("of somebody else")
                .contains("This address is not valid");
    }

    @ByTransport
    void shouldEndALinkAtOnce(boolean bySocket) {
        var office = office(bySocket);
        office.answer("nothing", "unlink");
        assertThat(office.answer("nothing", "whoami").text()).contains("do not know yet");
        office.link("nothing");
        assertThat(office.answer("nothing", "whoami").text()).contains("You are *nothing*");

        var admin = office.bed.admin();
        var member = office.members.get("nothing").user().id();
        admin.script("User.current().addProperty(new hudson.model.TimeZoneProperty('Asia/Tokyo'))");
        var page = admin.get("manage/slack/accounts/").requireStatus(200).body();
        assertThat(page).contains(member, "nothing");
        var time = TIME.matcher(page);
        assertThat(time.find()).as(page).isTrue();
        var here = Instant.parse(time.group(1)).atZone(ZoneId.of("Asia/Tokyo"));
        assertThat(time.group(2))
                .as("%s, as its reader has it", time.group(1))
                .contains(here.format(DateTimeFormatter.ofPattern("h:mm:ss", Locale.ENGLISH)));
        admin.post(
                "manage/slack/accounts/revoke",
                Map.of("installation", office.bed.workspace().teamId(), "member", member));
        assertThat(office.answer("nothing", "whoami").text()).contains("do not know yet");

        office.link("nothing");
        assertThat(office.account("nothing")
                        .post(
                                "user/nothing/descriptorByName/io.jenkins.plugins.slacknotify.personal.SlackUserProperty/unlink",
                                Map.of())
                        .requireStatus(200)
                        .body())
                .contains("Nobody in Slack acts for you");
        assertThat(office.answer("nothing", "whoami").text()).contains("do not know yet");
        office.link("nothing");
    }

    @ByTransport
    void shouldMuteAJobOnThePageOfWhoAsks(boolean bySocket) {
        var office = office(bySocket);
        var quiet = "print hudson.model.User.getById('developer', false).getAllProperties()"
                + ".find { it.class.simpleName == 'SlackUserProperty' }.quietJobs";

        office.answer("developer", "mute shop");
        assertThat(office.bed.admin().script(quiet)).isEqualTo("[shop]");
        assertThat(office.answer("developer", "whoami").text()).contains("You are *developer*");

        office.answer("developer", "unmute shop");
        assertThat(office.bed.admin().script(quiet)).isEqualTo("[]");
    }

    @ByTransport
    void shouldAskWhoSignedInLongAgoToDoSoOnce(boolean bySocket) {
        var office = office(bySocket);
        var reader = office.account("reader");
        reader.get("").requireStatus(200);
        office.bed.admin().script("""
                hudson.model.User.getById('reader', false).getAllProperties()
                    .find { it.class.simpleName == 'SlackUserProperty' }.@lastSignIn = '2020-01-01T00:00:00Z'
                """);
        assertThat(office.answer("reader", "status shop").text()).contains("Sign in to Jenkins as *reader* once");

        assertThat(reader.post("slack-notify-link/confirm", Map.of("code", office.code("reader")))
                        .requireStatus(200)
                        .body())
                .contains("is linked with your account reader", "sign out of Jenkins, and sign in once");
        assertThat(office.answer("reader", "status shop").text())
                .as("a session of long ago has linked the account")
                .contains("Sign in to Jenkins as *reader* once");

        office.account("reader").get("").requireStatus(200);

        assertThat(office.answer("reader", "status shop").text())
                .contains("shop")
                .doesNotContain("Sign in");
    }

    /** Who has found a token would otherwise act for its owner after it was taken back. */
    @ByTransport
    void shouldLinkNobodyByATokenOrPasswordInAHeader(boolean bySocket) throws Exception {
        var office = office(bySocket);
        var token = office.bed.admin().script("""
                def user = hudson.model.User.getById('reader', false)
                print user.getProperty(jenkins.security.ApiTokenProperty).tokenStore.generateNewToken('script').plainValue
                user.save()
                """);
        for (var secret : List.of(token, "reader-password")) {
            refuseToLink(
                    office,
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(("reader:" + secret).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void refuseToLink(CommandOffice office, String authorization) throws Exception {
        var forms = Map.of(
                "slack-notify-link/confirm",
                "code=" + office.code("reader"),
                "user/reader/descriptorByName/io.jenkins.plugins.slacknotify.personal.SlackUserProperty/confirm",
                "slackId=U1&code=12345678");
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var jenkins = office.bed.process().url();
        var crumb = JsonParser.parseString(client.send(
                                HttpRequest.newBuilder(jenkins.resolve("crumbIssuer/api/json"))
                                        .header("Authorization", authorization)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .getAsJsonObject();
        for (var form : forms.entrySet()) {
            var answer = client.send(
                    HttpRequest.newBuilder(jenkins.resolve(form.getKey()))
                            .header("Authorization", authorization)
                            .header(
                                    crumb.get("crumbRequestField").getAsString(),
                                    crumb.get("crumb").getAsString())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.getValue()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).as(form.getKey()).contains("Sign in to Jenkins in a browser", "An API token");
        }
    }

    @ByTransport
    void shouldTakeTheCodeOfATestMessageForAProof(boolean bySocket) {
        var office = office(bySocket);
        var form = "user/nothing/descriptorByName/io.jenkins.plugins.slacknotify.personal.SlackUserProperty/";
        var member = office.members.get("nothing").user();
        office.answer("nothing", "unlink");
        assertThat(office.answer("nothing", "whoami").text()).contains("do not know yet");
        var account = office.account("nothing");

        account.post(form + "sendTest", Map.of("slackId", member.id())).requireStatus(200);
        var texts = office.bed.workspace().directMessagesTo(member.email());
        Matcher code = Pattern.compile("\\b\\d{8}\\b")
                .matcher(texts.get(texts.size() - 1).text());
        assertThat(code.find()).isTrue();
        account.post(form + "confirm", Map.of("slackId", member.id(), "code", code.group()))
                .requireStatus(200);

        assertThat(office.answer("nothing", "whoami").text()).contains("You are *nothing*");
    }

    @ByTransport
    void shouldMeanTheBuildOfTheThread(boolean bySocket) {
        var office = office(bySocket);
        office.bed.workspace().channel("system").invite("developer").invite("nothing");
        office.bed.jobs().createPipeline("broken", "error 'it is broken'");
        office.bed.jobs().build("broken");
        var message = office.bed
                .workspace()
                .awaitMessages("system", 1, InboundBed.TIMEOUT)
                .get(0);

        await("its delivery is written down")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> waiting(office).equals("0"));

        var asked = office.members.get("developer").mention("system", message.ts(), "why");
        assertThat(asked.awaitEphemerals(1, InboundBed.TIMEOUT).get(0).text()).contains("broken #1");

        var hidden = office.members.get("nothing").mention("system", message.ts(), "why");
        assertThat(hidden.awaitEphemerals(1, InboundBed.TIMEOUT).get(0).text())
                .contains("is not there any more, or you may not see it")
                .doesNotContain("broken");
    }

    @Order(Integer.MAX_VALUE - 1)
    @ByTransport
    void shouldAskWhichBuildOfADigestIsMeant(boolean bySocket) {
        var office = office(bySocket);
        office.bed.workspace().channel("system").invite("developer");
        for (int job = 1; job <= 12; job++) {
            office.bed.jobs().createPipeline("storm-" + job, "error 'the repository is down'");
        }
        office.bed
                .admin()
                .script("(1..12).each { jenkins.model.Jenkins.get().getItem('storm-' + it).scheduleBuild2(0) }");
        await("a digest of several of them")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> digest(office).isPresent());
        var digest = digest(office).orElseThrow();
        await("all deliveries are written down")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> waiting(office).equals("0"));

        var asked = office.members.get("developer").mention("system", digest.ts(), "again");

        var answer = asked.awaitEphemerals(1, InboundBed.TIMEOUT).get(0);
        assertThat(answer.text()).contains("several builds. Which one?", "storm-", "#1");
        assertThat(restarted(office)).as("acts on none").isEqualTo("0");

        var elements = answer.blocks()
                .get(answer.blocks().size() - 1)
                .getAsJsonObject()
                .getAsJsonArray("elements");
        assertThat(elements.size()).isBetween(2, 10);
        var action = elements.get(0).getAsJsonObject().get("action_id").getAsString();
        office.members.get("developer").press(answer.ts(), action);
        await("the one that was chosen")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> restarted(office).equals("1"));
    }

    private static Optional<SandboxMessage> digest(CommandOffice office) {
        return office.bed.workspace().messagesIn("system").stream()
                .filter(message -> message.text().contains(" builds*: ")
                        || message.blocks().toString().contains(" builds*: "))
                .findFirst();
    }

    private static String waiting(CommandOffice office) {
        return office.bed
                .admin()
                .script(
                        "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()");
    }

    private static String restarted(CommandOffice office) {
        return office.bed
                .admin()
                .script(
                        "print((1..12).count { jenkins.model.Jenkins.get().getItem('storm-' + it).builds.size() > 1 })");
    }

    @ByTransport
    void shouldChooseByAButton(boolean bySocket) {
        var office = office(bySocket);
        var answer = office.answer("developer", "status shpo");
        var blocks = answer.blocks();
        var action = blocks.get(blocks.size() - 1)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .get("action_id")
                .getAsString();

        var pressed = office.members.get("developer").press(answer.ts(), action);

        assertThat(pressed.isAcknowledged()).isTrue();
        assertThat(pressed.awaitAnswers(1, InboundBed.TIMEOUT))
                .singleElement()
                .satisfies(received -> assertThat(received.toString()).contains("shop", "replace_original"));
    }

    /**
     * {@code -Dslack-notify.commands.jobs=5000} for a large Jenkins, {@code -Dslack-notify.commands.rounds=50} for figures of many
     * answers; the figures are printed.
     */
    @ByTransport
    void shouldAnswerSoonAmongManyJobs(boolean bySocket) {
        var office = office(bySocket);
        int jobs = Integer.getInteger("slack-notify.commands.jobs", 50);
        int rounds = Integer.getInteger("slack-notify.commands.rounds", 3);
        office.bed.admin().script("""
                (1..%d).each { jenkins.model.Jenkins.get().createProject(hudson.model.FreeStyleProject, 'many-' + it) }
                """.formatted(jobs));
        for (var command :
                List.of("status many-" + jobs, "status many " + jobs, "status mnay-77", "jobs many-1", "running")) {
            office.answer("developer", command);
            List<Long> millis = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                office.answer("developer", command);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            millis.sort(null);
            System.out.println("among " + jobs + " jobs, " + command + ": median " + millis.get(rounds / 2)
                    + " ms, the slowest of " + rounds + " " + millis.get(rounds - 1) + " ms");
            assertThat(millis.get(rounds / 2)).as(command).isLessThan(2_000);
        }
    }
}
