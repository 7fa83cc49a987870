package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The home tab of a real Jenkins, by both transports. Anna may read and build, Bob may read, Eve is linked and may read no job, Uma is
 * not linked. Prints the table of {@code docs/home.md}.
 */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class HomeTabTest {
    private static final Duration TIMEOUT = InboundBed.TIMEOUT;
    private static final Set<String> PLUGINS = Set.of("git", "workflow-scm-step", "workflow-durable-task-step");

    private static String withPeople(String yaml) {
        return yaml.replace(
                        "        - {id: admin,",
                        "        - %s\n        - %s\n        - %s\n        - {id: admin,"
                                .formatted(Accounts.yaml("Anna"), Accounts.yaml("Bob"), Accounts.yaml("Eve")))
                .replace(
                        "        - user: {name: admin,",
                        "        - user: {name: anna, permissions: [Overall/Read, Job/Read, Job/Build, Job/Cancel]}\n"
                                + "        - user: {name: bob, permissions: [Overall/Read, Job/Read]}\n"
                                + "        - user: {name: eve, permissions: [Overall/Read]}\n"
                                + "        - user: {name: admin,");
    }

    private static SandboxView view(SandboxMember member) {
        return member.home().orElseThrow();
    }

    private static String home(SandboxMember member) {
        return member.home().map(view -> LinkedMembers.read(view.blocks())).orElse("");
    }

    private static String open(SandboxMember member) {
        assertThat(member.openHome().isAcknowledged()).isTrue();
        await(member.user().name()).atMost(TIMEOUT).until(() -> member.home().isPresent());
        return home(member);
    }

    private static void awaitHome(SandboxMember member, String... texts) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(home(member)).contains(texts));
    }

    private static long published(InboundBed bed, SandboxMember member) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.method().equals("views.publish"))
                .map(ApiCall::arguments)
                .filter(arguments -> member.user().id().equals(arguments.get("user_id")))
                .count();
    }

    private static Build startAsAnna(InboundBed bed, String job) {
        return new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start(job);
    }

    /** A job that Anna's commit has broken, and of which the system channel was told. */
    private static void breakShop(InboundBed bed) {
        var repository = GitRepository.create();
        repository.commit("main", "works.txt", "true");
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobs().createPipeline("shop", """
                node {
                  checkout scmGit(branches: [[name: 'main']], userRemoteConfigs: [[url: '%s']])
                  if (readFile('works.txt') != 'true') { error 'broken' }
                }
                """.formatted(repository.url()));
        bed.jobs().build("shop");
        repository.commit("Anna <anna@example.org>", "Break it", "works.txt", "false");
        assertThat(bed.jobs().build("shop").result()).isEqualTo("FAILURE");
    }

    @ByTransport
    void shouldShowEachMemberWhatIsTheirsAndFollowIt(boolean bySocket) {
        try (var bed = InboundBed.start(bySocket, PLUGINS, HomeTabTest::withPeople)) {
            var anna = LinkedMembers.link(bed, "anna");
            var bob = LinkedMembers.link(bed, "bob");
            var eve = LinkedMembers.link(bed, "eve");
            var uma = bed.sandbox().as(bed.workspace().user("uma", "uma@example.org"));
            breakShop(bed);
            bed.jobs().createPipeline("ship", "input message: 'Ship it?', ok: 'Go'");
            bed.jobs().createPipeline("slow", "sleep 600");
            var ship = bed.jobs().start("ship").awaitConsole("Ship it?");
            var slow = startAsAnna(bed, "slow");

            Map<String, String> homes = new LinkedHashMap<>();
            for (var member : List.of(anna, bob, eve, uma)) {
                homes.put(member.user().name(), open(member));
            }
            write(bySocket, homes);
            SandboxPictures.take(bed, anna, "acme/" + anna.appConversation().id() + "/home", "home-tab");
            assertThat(homes.get("anna"))
                    .contains("You are *anna* (Anna) in Jenkins.")
                    .contains("*ship #1* asks: Ship it?", "[Go] — [Reject]")
                    .contains("*slow #1* runs since (time) — [Abort]")
                    .contains("Broken by you — :x: *shop #2*, bad since (time)", "[Run again]", "[I’m on it]")
                    .contains("You look after no build.", "`status`");
            assertThat(homes.get("bob"))
                    .contains("No build waits for an answer of yours.", "2 other builds run that you may see")
                    .doesNotContain("ship", "shop", "[Go]");
            assertThat(homes.get("eve"))
                    .contains("0 other builds run that you may see")
                    .doesNotContain("ship", "shop", "slow");
            assertThat(homes.get("uma"))
                    .contains("I do not know yet who you are in Jenkins.")
                    .doesNotContain("ship", "shop", "slow");
            assertThat(view(uma).blocks().toString()).contains("slack-notify-link/?code=");

            // Buttons in the tab, and the tab follows them without being opened again.
            assertThat(anna.press(view(anna), "slack-notify.claim.take").isAcknowledged())
                    .isTrue();
            awaitHome(anna, "You look after — :x: *shop #2*", "[Not me any more]");
            anna.press(view(anna), "slack-notify.approval.approve");
            assertThat(ship.await().result()).isEqualTo("SUCCESS");
            awaitHome(anna, "No build waits for an answer of yours.");
            awaitHome(bob, "1 other build runs that you may see");
            anna.press(view(anna), "slack-notify.build.abort-with-reason");
            ButtonPlay.submitReason(anna, "");
            assertThat(slow.await().result()).isEqualTo("ABORTED");
            awaitHome(anna, "Nothing runs that you have started.");
            assertThat(published(bed, uma))
                    .as("nothing changes for who is not linked")
                    .isOne();

            remind(bed, anna);
            assertThat(bed.admin().script("""
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def tabs = ExtensionList.lookupSingleton(io.jenkins.plugins.slacknotify.control.source.HomeSource)
                def before = tabs.isAny()
                settings.@enabled = false
                def off = tabs.isAny()
                settings.@enabled = true
                print "$before $off"
                """))
                    .as("with notifications switched off")
                    .isEqualTo("true false");
            assertThat(bed.log()).noneMatch(line -> line.contains("slacknotify") && line.contains("WARNING"));
        }
    }

    private static void remind(InboundBed bed, SandboxMember anna) {
        anna.press(view(anna), "slack-notify.home.remind");
        awaitHome(anna, "[Stop that]");
        bed.jobs().start("ship").awaitConsole("Ship it?");
        String remind = """
                import java.time.*
                // On no weekend, whatever day it is.
                def monday = ZonedDateTime.now().with(temporal.TemporalAdjusters.next(DayOfWeek.MONDAY))
                def noon = monday.plusDays(DAYS - 1).withHour(12).toInstant()
                new io.jenkins.plugins.slacknotify.control.home.DailyReminderSender(
                    io.jenkins.plugins.slacknotify.control.source.ApprovalSource.inputs())
                    .remind(User.getAll(), Clock.fixed(noon, ZoneId.systemDefault()))
                """;
        assertThat(bed.admin().script("""
                def waiting = new io.jenkins.plugins.slacknotify.control.home.WaitingForAccount(
                    io.jenkins.plugins.slacknotify.control.source.ApprovalSource.inputs()).of('anna')[0]
                print waiting.askedAt().isAfter(waiting.since())
                """))
                .as("the question has a time of its own")
                .isEqualTo("true");
        int before = anna.appConversation().messages().size();
        bed.admin().script(remind.replace("DAYS", "1"));
        bed.admin().script(remind.replace("DAYS", "1"));

        assertThat(anna.appConversation().messages()).hasSize(before + 1);
        assertThat(anna.appConversation().messages().get(before).text())
                .contains("A build waits for your answer: *<", "|ship #2>* (Ship it?)");

        bed.admin().script(signIn("'2020-01-01T00:00:00Z'"));
        for (var day : List.of("2", "2", "3")) {
            bed.admin().script(remind.replace("DAYS", day));
        }
        assertThat(anna.appConversation().messages()).hasSize(before + 2);
        assertThat(anna.appConversation().messages().get(before + 1).text())
                .contains("I do not remind you any more", "Sign in to Jenkins once");

        bed.admin().script(signIn("java.time.Instant.now().toString()"));
        bed.admin().script(remind.replace("DAYS", "4"));
        assertThat(anna.appConversation().messages()).hasSize(before + 3);
    }

    /** With a realm that tells groups at a sign-in alone. */
    private static String signIn(String at) {
        return """
                class AtSignIn extends hudson.security.HudsonPrivateSecurityRealm {
                    AtSignIn() { super(false, false, null) }
                }
                jenkins.model.Jenkins.get().securityRealm = new AtSignIn()
                hudson.model.User.getById('anna', false).getAllProperties()
                    .find { it.class.simpleName == 'SlackUserProperty' }.@lastSignIn = %s
                """.formatted(at);
    }

    @ByTransport
    void shouldPublishFewTabsForManyOpenings(boolean bySocket) {
        try (var bed = InboundBed.start(bySocket, HomeTabTest::withPeople)) {
            var anna = LinkedMembers.link(bed, "anna");
            open(anna);
            long before = published(bed, anna);
            long start = System.nanoTime();
            for (int time = 0; time < 10; time++) {
                anna.openHome();
            }
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat(published(bed, anna) - before)
                    .as("tabs published for ten openings in " + seconds + " s")
                    .isLessThanOrEqualTo(2 + seconds / 3);
        }
    }

    /** {@code -Dslack-notify.home.jobs=5000} for a large Jenkins; the figures are printed. */
    @Test
    void shouldBeThereSoonAmongManyJobs() {
        int jobs = Integer.getInteger("slack-notify.home.jobs", 50);
        try (var bed = InboundBed.start(false, HomeTabTest::withPeople)) {
            var anna = LinkedMembers.link(bed, "anna");
            bed.admin().script("""
                    import java.util.concurrent.TimeUnit
                    (1..%d).each { Jenkins.get().createProject(hudson.model.FreeStyleProject, 'many-' + it) }
                    (1..20).collect { Jenkins.get().getItem('many-' + it).scheduleBuild2(0) }.each { it.get(2, TimeUnit.MINUTES) }
                    """.formatted(jobs));
            // As after a start: no build is in memory.
            bed.admin().script("Jenkins.get().getAllItems(hudson.model.Job).each { it._getRuns().purgeCache() }");
            String loaded =
                    "print Jenkins.get().getAllItems(hudson.model.Job).collect { it._getRuns().getLoadedBuilds().size() }.sum()";
            assertThat(bed.admin().script(loaded)).isEqualTo("0");

            long start = System.nanoTime();
            open(anna);
            long first = (System.nanoTime() - start) / 1_000_000;
            assertThat(bed.admin().script(loaded)).as("builds in memory").isEqualTo("0");

            String[] millis = bed.admin().script("""
                    def reader = new io.jenkins.plugins.slacknotify.control.home.JenkinsHomeReader(
                        new io.jenkins.plugins.slacknotify.control.home.WaitingForAccount(
                            io.jenkins.plugins.slacknotify.control.source.ApprovalSource.inputs()))
                    def times = (1..50).collect { def from = System.nanoTime(); reader.read('anna'); (System.nanoTime() - from) / 1e6 }
                    times.sort()
                    print String.format(Locale.ROOT, '%.1f %.1f', times[25] as double, times[49] as double)
                    """).split(" ");
            System.out.println("home among " + jobs + " jobs: " + first + " ms from the first opening to the tab, "
                    + millis[0] + " ms median to read it, " + millis[1] + " ms the slowest of 50");
            assertThat(Double.parseDouble(millis[0])).as("median").isLessThan(1_000);
        }
    }

    /** A row for each part of the tab, a column for each member. */
    private static void write(boolean bySocket, Map<String, String> homes) {
        List<String> table = new ArrayList<>();
        homes.forEach((name, text) -> table.add("| " + name + " | " + text.replace(" — ", "<br>") + " |"));
        LinkedMembers.write("home-members", bySocket, table);
    }
}
