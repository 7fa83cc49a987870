package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscriptions and mutes in a real Jenkins with accounts and permissions. */
@Tag("acceptance")
@Order(16)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(InboundBeds.class)
class SubscribeInSlackTest {
    private static final Pattern ACTION = Pattern.compile("\"(slack-notify\\.command\\.choose\\.[^\"]+)\"");
    private static final Pattern ID = Pattern.compile("`unsubscribe (\\w+)`");

    private static CommandOffice office;

    @BeforeAll
    static void start() {
        office = new CommandOffice(true);
        office.bed.jobs().createPipeline("red", "error 'it is broken'");
        office.bed.jobs().createPipeline("secrets", "error 'hidden'");
    }

    @AfterAll
    static void stop() {
        if (office != null) {
            office.bed.close();
        }
    }

    private static String id(SandboxMessage answer) {
        Matcher found = ID.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static List<String> texts() {
        return office.bed.workspace().messagesIn("builds").stream()
                .map(SandboxMessage::text)
                .toList();
    }

    private static void build(String job) {
        var number = office.bed.jobs().build(job).number();
        awaitQuiet();
        System.out.println(job + " #" + number + " -> " + texts());
    }

    private static void awaitQuiet() {
        await("everything is sent")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> office.bed
                        .admin()
                        .script(
                                "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()")
                        .equals("0"));
    }

    private static long about(String words) {
        return texts().stream().filter(text -> text.contains(words)).count();
    }

    @Test
    @Order(1)
    void shouldTellTheChannelThatHasSubscribed() {
        var answer = office.answer("developer", "subscribe red mention:here");
        assertThat(answer.text()).contains("has subscribed this channel to `red`", "messages in the last week");
        id(answer);

        build("red");

        assertThat(about("red #1>* failed")).isEqualTo(1);
        assertThat(office.answer("reader", "list").text())
                .contains("`red` (fixed, unstable, failure; mentions `@here`)");
        assertThat(office.answer("reader", "list").blocks().toString()).contains("unsubscribe");
    }

    @Test
    @Order(2)
    void shouldNameNothingToWhoMayNotReadIt() {
        var missing = office.answer("nothing", "subscribe absent").text();
        assertThat(office.answer("nothing", "subscribe red").text()).isEqualTo(missing.replace("absent", "red"));
        assertThat(office.answer("developer", "subscribe payroll").text())
                .startsWith("There is no job *payroll*, or none that you may see.");
        assertThat(office.answer("nothing", "list").text())
                .contains("a job that is not there any more, or that you may not see")
                .doesNotContain("red");
        for (var who : List.of("unlinked", "guest", "outsider", "locked", "gone")) {
            assertThat(office.answer(who, "subscribe red").text())
                    .as(who)
                    .isEqualTo(office.answer(who, "status red").text());
        }
    }

    @Test
    @Order(3)
    void shouldShowItWhereRulesAreShown() {
        assertThat(office.bed
                        .admin()
                        .get("job/red/slack-notify/")
                        .requireStatus(200)
                        .body())
                .contains("Subscriptions, made in Slack", "Subscription ");
        var page = office.bed
                .admin()
                .get("manage/slack/subscriptions/")
                .requireStatus(200)
                .body();
        assertThat(page).contains("developer", "#builds", "- name: ", "jobs: [\"red\"]", "Remove");
        assertThat(office.account("developer")
                        .get("manage/slack/subscriptions/")
                        .status())
                .isEqualTo(403);
        var deliveries = office.bed.admin().get("manage/slack/deliveries/");
        System.out.println("deliveries page: " + deliveries.status());
    }

    @Test
    @Order(4)
    void shouldMuteTheChannelUntilTheJobIsGood() {
        var answer = office.answer("developer", "mute red channel");
        assertThat(answer.text()).contains("has muted this channel for `red` until the next good build");
        var before = texts().size();

        build("red");
        assertThat(texts()).hasSize(before);

        office.bed.admin().script("""
                jenkins.model.Jenkins.get().getItem('red').definition =
                    new org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition("echo 'good'", true)
                """);
        build("red");
        assertThat(texts().subList(before, texts().size())).anyMatch(text -> text.contains("red #3"));
        assertThat(office.answer("developer", "list").text()).doesNotContain("muted");
        office.bed.admin().script("""
                jenkins.model.Jenkins.get().getItem('red').definition =
                    new org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition("error 'bad'", true)
                """);
    }

    /** Its realm tells groups at a sign-in alone, so of who does not sign in any more, nobody knows what they may. */
    @Test
    @Order(5)
    void shouldRestWhereItsAuthorHasSignedInLongAgo() {
        office.bed.jobs().createPipeline("shift", "error 'x'");
        var id = id(office.answer("developer", "subscribe shift"));
        build("shift");
        assertThat(about("shift #1>* failed")).isEqualTo(1);
        office.bed.admin().script("""
                hudson.model.User.getById('developer', false).getAllProperties()
                    .find { it.class.simpleName == 'SlackUserProperty' }.@lastSignIn = '2020-01-01T00:00:00Z'
                """);

        build("shift");
        build("shift");
        assertThat(about("shift #2") + about("shift #3")).isZero();
        awaitDirectMessage("rests: its author has to sign in to Jenkins once");

        office.account("developer").get("").requireStatus(200);
        office.bed.admin().script("""
                def all = io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions.get()
                all.subscriptions().all().each { all.check(it) }
                """);
        build("shift");
        assertThat(about("shift #4>* still fails")).isEqualTo(1);
        office.answer("developer", "unsubscribe " + id);
    }

    @Test
    @Order(6)
    void shouldRestWhereItsAuthorMayNotReadTheJobAnyMore() {
        restrict("red", true);
        var before = texts().size();
        var direct = office.bed
                .workspace()
                .directMessagesTo("developer@acme.example")
                .size();

        build("red");
        build("red");

        assertThat(texts()).hasSize(before);
        var told = office.bed.workspace().awaitDirectMessages("developer@acme.example", direct + 1, InboundBed.TIMEOUT);
        assertThat(told.get(told.size() - 1).text())
                .contains("rests: its author may not read the job any more")
                .doesNotContain("red");
        assertThat(told).hasSize(direct + 1);
        assertThat(office.bed.admin().get("manage/").requireStatus(200).body())
                .contains("Some subscriptions that people have made in Slack rest");

        restrict("red", false);
        assertThat(office.answer("developer", "list").text()).doesNotContain("rests");
        build("red");
        assertThat(texts().size()).isGreaterThan(before);
    }

    private static void restrict(String job, boolean hidden) {
        office.bed.admin().script("""
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                import hudson.security.*
                def job = jenkins.model.Jenkins.get().getItem('%s')
                job.removeProperty(AuthorizationMatrixProperty)
                if (%s) {
                    def hidden = new AuthorizationMatrixProperty([:])
                    hidden.inheritanceStrategy = new org.jenkinsci.plugins.matrixauth.inheritance.NonInheritingStrategy()
                    job.addProperty(hidden)
                }
                """.formatted(job, hidden));
    }

    @Test
    @Order(7)
    void shouldSendNothingOfWhatAdministratorsForbid() {
        office.bed.admin().script(forbid(true));
        var before = texts().size();
        build("red");
        assertThat(texts()).hasSize(before);
        assertThat(office.answer("developer", "subscribe slow").text()).contains("do not allow subscriptions");
        office.bed.admin().script(forbid(false));
    }

    private static String forbid(boolean forbidden) {
        return """
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                settings.inbound.subscriptions.forbidden = %s
                settings.save()
                """.formatted(forbidden);
    }

    @Test
    @Order(8)
    void shouldFollowARenamedChannelAndLetAnybodyInItEndTheSubscription() {
        office.bed.workspace().channel("builds").rename("news");
        build("red");
        var messages = office.bed.workspace().channelNamed("news").orElseThrow().messages();
        assertThat(messages.get(messages.size() - 1).text()).contains("red #");
        office.bed.workspace().channel("news").rename("builds");

        var list = office.answer("reader", "list").blocks().toString();
        Matcher found = Pattern.compile("unsubscribe (\\w+)").matcher(list);
        assertThat(found.find()).isTrue();
        assertThat(office.answer("reader", "unsubscribe " + found.group(1)).text())
                .contains("has ended the subscription");
        var before = texts().size();
        build("red");
        assertThat(texts()).hasSize(before);
    }

    @Test
    @Order(9)
    void shouldBeRemovedByAnAdministrator() {
        var id = id(office.answer("developer", "subscribe red"));
        assertThat(office.bed
                        .admin()
                        .post("manage/slack/subscriptions/remove", Map.of("id", id))
                        .status())
                .isEqualTo(302);
        assertThat(office.bed.admin().get("manage/slack/subscriptions/").body()).contains("Nobody has subscribed");
        assertThat(office.answer("developer", "list").text()).contains("Nothing is subscribed");
        assertThat(office.account("developer")
                        .post("manage/slack/subscriptions/remove", Map.of("id", id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(10)
    void shouldTellThePersonInADirectMessage() {
        var developer = office.members.get("developer");
        var asked = developer.directMessage("subscribe red");
        assertThat(asked.isAcknowledged()).isTrue();
        await("it is subscribed")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> office.bed.workspace().directMessagesTo("developer@acme.example").stream()
                        .anyMatch(message -> message.text().contains("I tell you of `red`")));
        shouldNameTheSubscriberToAdministratorsAlone();
        build("red");
        assertThat(office.bed.workspace().directMessagesTo("developer@acme.example"))
                .anyMatch(message ->
                        message.text().contains("red #") && message.text().contains("fail"));

        assertThat(developer.directMessage("list").isAcknowledged()).isTrue();
        var list = awaitDirectMessage("subscribed by");
        var button = ACTION.matcher(list.blocks().toString());
        assertThat(button.find()).as(list.blocks().toString()).isTrue();
        assertThat(developer.press(list.ts(), button.group(1)).isAcknowledged()).isTrue();
        awaitDirectMessage("The subscription `");
        System.out.println("direct messages: "
                + office.bed.workspace().directMessagesTo("developer@acme.example").stream()
                        .map(SandboxMessage::text)
                        .toList());
    }

    /** Who follows a job in person is that person's business. */
    private static void shouldNameTheSubscriberToAdministratorsAlone() {
        office.bed.admin().script("""
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                def readers = new hudson.security.AuthorizationMatrixProperty([:])
                ['developer', 'reader'].each { readers.add(hudson.model.Item.CONFIGURE, PermissionEntry.user(it)) }
                jenkins.model.Jenkins.get().getItem('red').addProperty(readers)
                null
                """);
        var page = "job/red/slack-notify/";
        assertThat(rules(office.bed.admin().get(page).requireStatus(200).body()))
                .contains("developer");
        assertThat(rules(
                        office.account("developer").get(page).requireStatus(200).body()))
                .as("one's own")
                .contains("developer");
        assertThat(rules(office.account("reader").get(page).requireStatus(200).body()))
                .contains("Subscription ", "red", "whoever has subscribed")
                .doesNotContain("developer");
        var preview = page + "preview";
        assertThat(office.bed.admin().post(preview, Map.of("build", "")).body()).contains("developer");
        assertThat(office.account("reader")
                        .post(preview, Map.of("build", ""))
                        .requireStatus(200)
                        .body())
                .contains("One person who has subscribed in Slack")
                .doesNotContain("developer");
    }

    private static String rules(String page) {
        return page.substring(page.indexOf("Subscriptions, made in Slack"));
    }

    private static SandboxMessage awaitDirectMessage(String words) {
        return await(words)
                .atMost(InboundBed.TIMEOUT)
                .until(
                        () -> office.bed.workspace().directMessagesTo("developer@acme.example").stream()
                                .filter(message -> message.text().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
