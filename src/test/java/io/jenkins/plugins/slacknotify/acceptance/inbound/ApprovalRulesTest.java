package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests what a job asks of approvals beyond the step: other people, several of them, a fresh sign-in. That it waits for a second person
 * and reminds over a kill is in {@link KilledJenkinsTest}.
 */
@Tag("acceptance")
@Order(18)
class ApprovalRulesTest extends ButtonPlay {
    ApprovalRulesTest() {
        super(false);
    }

    @Override
    Set<String> plugins() {
        return Set.of("pipeline-model-definition");
    }

    @Test
    void shouldNotLetWhoStartedTheBuildApproveIt() {
        createApproved("others", "<notByStarter>true</notByStarter>", "input 'Others?'");
        var build = new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start("others");
        var question = question("Others?");
        assertThat(texts(question)).contains("not whoever started the build");
        assertThat(waitingFor("anna", "bob")).isEqualTo("[[], [others]]");

        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .startsWith("You may not: this job wants somebody to approve who has not started the build");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *others #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Jenkins' own realm has no groups, so accounts stand for them. */
    @Test
    void shouldWaitForOneOfEachGroup() {
        createApproved("groups", "<groups>anna, bob</groups>", "input 'Groups?'");
        var build = bed.jobs().start("groups");
        var question = question("Groups?");
        var carl = colleague("Carl");
        assertThat(waitingFor("anna", "bob", "carl")).isEqualTo("[[groups], [groups], []]");

        assertThat(answer(bob.press(question.ts(), APPROVE))).contains("Missing: somebody else of anna.");
        assertThat(waitingFor("anna", "bob", "carl")).isEqualTo("[[groups], [], []]");
        assertThat(answer(carl.press(question.ts(), APPROVE)))
                .as("which changes nothing")
                .startsWith("You may not: this question still waits for somebody else of anna.");
        assertThat(build.console()).doesNotContain("by carl");
        assertThat(answer(anna.press(question.ts(), APPROVE))).isEqualTo("You have approved *groups #1*.");
        awaitMessage(question, message -> texts(message).contains("answered by Bob, Anna"));
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Each account is of the group {@code authenticated}. */
    @Test
    void shouldWaitForWhoeverCanStandInForAnApprovalThatWouldLapse() {
        createApproved("lapsing", "<groups>anna, authenticated</groups>", "input 'Lapsing?'");
        var build = bed.jobs().start("lapsing");
        var question = question("Lapsing?");
        var hugo = colleague("Hugo");
        assertThat(answer(hugo.press(question.ts(), APPROVE))).contains("Missing: somebody else of anna.");
        assertThat(waitingFor("anna", "bob", "hugo")).isEqualTo("[[lapsing], [], []]");

        takeBuild("hugo");
        assertThat(waitingFor("anna", "bob", "hugo")).isEqualTo("[[lapsing], [lapsing], []]");
        build.stop();
    }

    /** Nobody fills in a form for nothing. */
    @Test
    void shouldSayInTheWindowThatWhoStartedTheBuildMayNotApprove() {
        createApproved(
                "filled",
                "<notByStarter>true</notByStarter>",
                "input message: 'Filled?', cancel: 'Not today', parameters: [string(name: 'version')]");
        var build = new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start("filled");
        var question = question("Filled?");

        assertThat(labels(question)).containsExactly("Answer…", "Not today");
        anna.press(question.ts(), ANSWER);
        await("the sentence")
                .atMost(TIMEOUT)
                .until(() -> anna.modal()
                        .filter(window -> window.toString().contains("who has not started the build"))
                        .isPresent());
        pressWithReason(anna, question, REJECT_WITH_REASON, "");
        build.await();
    }

    /** Who has approved, and who must not, is not mentioned. */
    @Test
    void shouldRemindThoseAloneWhoseApprovalIsMissing() {
        createApproved(
                "reminded",
                "<notByStarter>true</notByStarter><people>3</people><remindAfterMinutes>30</remindAfterMinutes>",
                "input message: 'Reminded?', submitter: 'anna,bob,dan,eve'");
        var dan = colleague("Dan");
        var build = new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start("reminded");
        var question = question("Reminded?");
        assertThat(answer(bob.press(question.ts(), APPROVE))).contains("Missing: 2 more people.");

        bed.admin()
                .script("io.jenkins.plugins.slacknotify.trigger.running.InputReminder.remind("
                        + "java.time.Instant.now().plusSeconds(32 * 60))");
        await("the reminder")
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(bed.workspace().messagesIn("system"))
                        .extracting(SandboxMessage::text)
                        .filteredOn(text -> text.contains("still waiting") && text.contains("Reminded?"))
                        .singleElement()
                        .satisfies(text -> assertThat(text)
                                .contains(
                                        "<@" + dan.user().id() + ">",
                                        "<@" + eve.user().id() + ">")
                                .doesNotContain(anna.user().id(), bob.user().id())));
        build.stop();
    }

    /** Returns the jobs of the questions that wait for accounts, as the home tab and the command {@code waiting} say. */
    private String waitingFor(String... accounts) {
        return bed.admin().script("""
                def waiting = new io.jenkins.plugins.slacknotify.control.home.WaitingForAccount(
                        Optional.of(new io.jenkins.plugins.slacknotify.control.input.JenkinsInputControl(java.time.Clock.systemUTC())))
                print(['%s'].collect { waiting.of(it).collect { it.event().key().job() } })
                """.formatted(String.join("', '", accounts)));
    }

    @Test
    void shouldCountNobodyWhoMayNotApproveAnyMore() {
        var dora = colleague("Dora");
        var finn = colleague("Finn");
        createApproved("still", "<people>3</people>", "input 'Still?'");
        var build = bed.jobs().start("still");
        var question = question("Still?");
        assertThat(answer(dora.press(question.ts(), APPROVE))).contains("Missing: 2 more people.");
        assertThat(answer(finn.press(question.ts(), APPROVE))).contains("Missing: one more person.");

        bed.admin().script("User.getById('dora', false).delete()");
        takeBuild("finn");
        assertThat(answer(anna.press(question.ts(), APPROVE))).contains("Missing: 2 more people.");
        awaitMessage(
                question,
                message -> texts(message).contains("Anna") && !texts(message).contains("finn"));
        assertThat(build.console())
                .contains(
                        "[Slack] the approval by dora (dora) counts no more",
                        "[Slack] the approval by finn (finn) counts no more");
        assertThat(bed.admin().get(build.path()).body())
                .contains("approved in part, which counts no more, by finn (finn)");

        permit("finn");
        assertThat(answer(bob.press(question.ts(), APPROVE)))
                .as("what has lapsed does not come back by itself")
                .contains("Missing: one more person.");
        assertThat(answer(finn.press(question.ts(), APPROVE))).isEqualTo("You have approved *still #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Jenkins' own realm takes both for one account, and lets the second one be made when the first is deleted. */
    @Test
    void shouldCountAnAccountOnceHoweverItsIdIsWritten() {
        var gina = colleague("Gina");
        createApproved("capitals", "<people>2</people>", "input 'Capitals?'");
        var build = bed.jobs().start("capitals");
        var question = question("Capitals?");
        assertThat(answer(gina.press(question.ts(), APPROVE))).contains("Missing: one more person.");

        bed.admin().script("""
                User.getById('gina', false).delete()
                Jenkins.get().securityRealm.createAccount('GINA', 'password-of-gina')
                io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                    .link(User.getById('GINA', false), '%s', '%s', 'Gina', 'acme')
                """.formatted(bed.workspace().teamId(), gina.user().id()));
        assertThat(answer(gina.press(question.ts(), APPROVE))).contains("Missing: one more person.");
        assertThat(answer(anna.press(question.ts(), APPROVE))).isEqualTo("You have approved *capitals #1*.");
        build.await();
    }

    /** A member with an account that may build. */
    private SandboxMember colleague(String name) {
        var id = name.toLowerCase(Locale.ROOT);
        bed.admin().script("Jenkins.get().securityRealm.createAccount('%1$s', 'password-of-%1$s')".formatted(id));
        permit(id);
        return member(name);
    }

    private void permit(String account) {
        bed.admin().script("""
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                [Jenkins.READ, hudson.model.Item.READ, hudson.model.Item.BUILD].each {
                    Jenkins.get().authorizationStrategy.add(it, PermissionEntry.user('%s'))
                }
                """.formatted(account));
    }

    /** Leaves an account no more than to read jobs. */
    private void takeBuild(String account) {
        bed.admin().script("""
                def strategy = new hudson.security.GlobalMatrixAuthorizationStrategy()
                Jenkins.get().authorizationStrategy.grantedPermissionEntries.each { permission, entries ->
                    entries.findAll { permission != hudson.model.Item.BUILD || it.sid != '%s' }.each {
                        strategy.add(permission, it)
                    }
                }
                Jenkins.get().authorizationStrategy = strategy
                """.formatted(account));
    }

    @Test
    void shouldAskForAFreshSignIn() {
        createApproved("fresh", "<signInHours>8</signInHours>", "input 'Fresh?'");
        var build = bed.jobs().start("fresh");
        var question = question("Fresh?");
        bed.admin().script("""
                def links = User.getById('anna', false).getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty)
                links.lastSignIn = java.time.Instant.now().minusSeconds(9 * 3600).toString()
                """);

        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .startsWith("You may not: this job wants a sign-in to Jenkins within the last 8 hours.");
        link("anna", anna);
        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .as("a link is no sign-in")
                .contains("within the last 8 hours");

        JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")
                .get("")
                .requireStatus(200);
        assertThat(answer(anna.press(question.ts(), APPROVE))).isEqualTo("You have approved *fresh #1*.");
        build.await();
    }

    /** As security realms report it: some do so before Jenkins has a user, and some where the request is another account's. */
    @Test
    void shouldCountASignInOfANewcomerAndNoneOfSomebodyElse() {
        assertThat(bed.admin().script("""
                def signIn = { String account, String reported ->
                    def request = hudson.security.ACL.as2(
                            new org.springframework.security.authentication.UsernamePasswordAuthenticationToken(account, '', []))
                    try {
                        jenkins.security.SecurityListener.fireLoggedIn(reported)
                    } finally {
                        request.close()
                    }
                }
                def signedInAt = { String account, String reported ->
                    // In a request, it would be the session of this script that signs in.
                    Thread.start { signIn(account, reported) }.join()
                    io.jenkins.plugins.slacknotify.personal.SlackLinks.get().signedInAt(reported)
                }
                def now = java.time.Instant.now()
                print([!signedInAt('newcomer', 'newcomer').isBefore(now), signedInAt('newcomer', 'bob-of-old').epochSecond])
                """)).isEqualTo("[true, 0]");
    }

    /** So do the realms of GitHub and GitLab: on a page of theirs, in the session that they have made, and without a sign-in event. */
    @Test
    void shouldCountAnAuthenticationOnAPageWithItsGroups() {
        assertThat(JenkinsClient.of(bed.process().url(), "admin", "admin-password")
                        .script("""
                def authority = { new org.springframework.security.core.authority.SimpleGrantedAuthority(it) }
                def authenticate = { String account, String reported ->
                    def request = hudson.security.ACL.as2(new org.springframework.security.authentication
                            .UsernamePasswordAuthenticationToken(account, '', [authority('acme*ops')]))
                    try {
                        jenkins.security.SecurityListener.fireAuthenticated2(
                                new org.springframework.security.core.userdetails.User(reported, '', []))
                    } finally {
                        request.close()
                    }
                    def signedIn = io.jenkins.plugins.slacknotify.personal.SlackLinks.get().signedInAt(reported)
                    [signedIn.isAfter(java.time.Instant.EPOCH),
                        io.jenkins.plugins.slacknotify.personal.RealmAccounts.groupsAtSignIn(reported)]
                }
                print([authenticate('octocat', 'octocat'), authenticate('octocat', 'hubot')])
                """))
                .isEqualTo("[[true, [acme*ops]], [false, []]]");
    }

    @Test
    void shouldTakeTheOptionsOfADeclarativePipeline() {
        bed.jobs().createPipeline("declared", """
                pipeline { agent none
                  options { slackNotifyApproval(people: 2, remindAfterMinutes: 5) }
                  stages { stage('Live') { steps { input 'Declared?' } } }
                }
                """);
        var build = bed.jobs().start("declared");
        var question = question("Declared?");

        assertThat(answer(anna.press(question.ts(), APPROVE))).contains("one more person");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *declared #1*.");
        build.await();
    }

    @Test
    void shouldLetAnAuthorsOwnButtonAnswerTheOneQuestionThatWaits() {
        bed.jobs().createPipeline("own", """
                input 'First?'
                parallel a: { input 'A?' }, b: { input 'B?' }
                """);
        var build = bed.jobs().start("own");
        question("First?");
        var value = bed.admin().script("""
                def run = Jenkins.get().getItem('own').lastBuild
                print groovy.json.JsonOutput.toJson([job: 'own', build: run.number, at: run.startTimeInMillis])
                """);

        assertThat(answer(eve.press(bed.postButton(APPROVE, value), APPROVE)))
                .contains("*Job/Build* on *own* is missing");
        assertThat(answer(anna.press(bed.postButton(APPROVE, value), APPROVE)))
                .isEqualTo("You have approved *own #1*.");
        question("A?");
        question("B?");
        assertThat(answer(anna.press(bed.postButton(APPROVE, value), APPROVE)))
                .contains("does not wait for exactly one answer now");
        build.stop();
    }

    /** As one of before a kill of Jenkins, it is in the pipeline's graph alone that there was another question. */
    @Test
    void shouldAskBeforeAnAuthorsOwnButtonAnswersTheQuestionAfterOneThatHasLapsed() {
        bed.jobs().createPipeline("own-late", """
                catchError { timeout(time: 1, unit: 'SECONDS') { input 'Staging?' } }
                input 'Production?'
                """);
        var build = bed.jobs().start("own-late");
        question("Production?");
        var value = bed.admin().script("""
                def run = Jenkins.get().getItem('own-late').lastBuild
                print groovy.json.JsonOutput.toJson([job: 'own-late', build: run.number, at: run.startTimeInMillis])
                """);

        assertThat(answer(anna.press(bed.postButton(APPROVE, value), APPROVE)))
                .contains("Nothing was done yet.", "Production?");
        build.stop();
    }

    /** A load that takes longer than a minute, or fails for a moment: the action that knows the steps is one that does not. */
    @Test
    void shouldWaitForAPipelineOfWhichNobodyKnowsWhatItWaitsFor() {
        createApproved("loading", "<people>2</people>", "input 'Loading?'");
        var build = bed.jobs().start("loading");
        var question = question("Loading?");
        assertThat(answer(anna.press(question.ts(), APPROVE))).contains("Missing: one more person.");
        bed.admin().script("""
                import org.jenkinsci.plugins.workflow.support.steps.input.InputAction
                class Loading extends InputAction {
                    transient def original
                    List getExecutions() {
                        if (Thread.currentThread().stackTrace.any { it.className.endsWith('.SharedLoads') }) {
                            System.setProperty('loading.asked', 'yes')
                        }
                        throw new java.util.concurrent.TimeoutException('as the test wants it')
                    }
                }
                def run = Jenkins.get().getItem('loading').lastBuild
                def loading = new Loading()
                loading.original = run.getAction(InputAction)
                run.removeAction(loading.original)
                run.addAction(loading)
                """);

        var press = bob.press(question.ts(), APPROVE);
        await("the attempt")
                .atMost(TIMEOUT)
                .until(() -> bed.admin()
                        .script("print System.getProperty('loading.asked')")
                        .equals("yes"));
        bed.admin().script("""
                def run = Jenkins.get().getItem('loading').lastBuild
                def loading = run.getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction)
                run.removeAction(loading)
                run.addAction(loading.original)
                """);

        assertThat(answer(press)).isEqualTo("You have approved *loading #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Of several steps, Jenkins may restore some alone after a restart. */
    @Test
    void shouldWaitForAStepThatIsNotRestoredWhereAnotherIs() {
        bed.jobs().createPipeline("partly", "parallel a: { input 'Restored?' }, b: { input 'Not restored?' }");
        var build = bed.jobs().start("partly");
        var restored = question("Restored?");
        var question = question("Not restored?");
        bed.admin().script("""
                import org.jenkinsci.plugins.workflow.support.steps.input.InputAction
                class Partly extends InputAction {
                    transient def original
                    List getExecutions() {
                        if (Thread.currentThread().stackTrace.any { it.className.endsWith('.SharedLoads') }) {
                            System.setProperty('partly.asked', 'yes')
                        }
                        original.executions.findAll { it.input.message != 'Not restored?' }
                    }
                    String getDisplayName() { original.displayName }
                }
                def run = Jenkins.get().getItem('partly').lastBuild
                def partly = new Partly()
                partly.original = run.getAction(InputAction)
                run.removeAction(partly.original)
                run.addAction(partly)
                """);

        var press = bob.press(question.ts(), APPROVE);
        await("the attempt")
                .atMost(TIMEOUT)
                .until(() -> bed.admin()
                        .script("print System.getProperty('partly.asked')")
                        .equals("yes"));
        assertThat(answer(anna.press(restored.ts(), APPROVE)))
                .as("the step that is known")
                .isEqualTo("You have approved *partly #1*.");
        assertThat(saidOf("partly", press)).isEmpty();
        bed.admin().script("""
                def run = Jenkins.get().getItem('partly').lastBuild
                def partly = run.getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction)
                run.removeAction(partly)
                run.addAction(partly.original)
                """);

        assertThat(answer(press)).isEqualTo("You have approved *partly #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Jenkins lets one at a time ask what a pipeline waits for, and blocks them until it has loaded it. */
    @Test
    void shouldKeepNobodyForAPipelineThatIsBeingLoaded() {
        bed.jobs().createPipeline("blocked", "input 'Blocked?'");
        bed.jobs().createPipeline("other", "input 'Other?'");
        var blocked = bed.jobs().start("blocked");
        var question = question("Blocked?");
        var other = bed.jobs().start("other");
        var otherQuestion = question("Other?");
        bed.admin().script("""
                import org.jenkinsci.plugins.workflow.support.steps.input.InputAction
                class Blocking extends InputAction {
                    transient def original
                    transient def loaded = new java.util.concurrent.CountDownLatch(1)
                    synchronized List getExecutions() {
                        System.setProperty('blocked.asked', 'yes')
                        loaded.await()
                        original.executions
                    }
                }
                def run = Jenkins.get().getItem('blocked').lastBuild
                def blocking = new Blocking()
                blocking.original = run.getAction(InputAction)
                run.removeAction(blocking.original)
                run.addAction(blocking)
                """);

        var ofBob = bob.press(question.ts(), APPROVE);
        var ofAnna = pressAgain(anna, REJECT, question, REJECT_WITH_REASON);
        await("the attempt")
                .atMost(TIMEOUT)
                .until(() -> bed.admin()
                        .script("print System.getProperty('blocked.asked')")
                        .equals("yes"));
        assertThat(answer(bob.press(otherQuestion.ts(), APPROVE))).isEqualTo("You have approved *other #1*.");
        assertThat(other.await().result()).isEqualTo("SUCCESS");
        assertThat(saidOf("blocked", ofBob, ofAnna)).isEmpty();
        bed.admin().script("""
                def run = Jenkins.get().getItem('blocked').lastBuild
                def blocking = run.getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction)
                run.removeAction(blocking)
                run.addAction(blocking.original)
                blocking.loaded.countDown()
                """);

        await("both answers")
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(saidOf("blocked", ofBob, ofAnna))
                        .hasSize(2)
                        .haveExactly(1, new Condition<>(said -> said.startsWith("You have "), "done"))
                        .haveExactly(1, new Condition<>(said -> said.contains("before you"), "too late")));
        blocked.await();
    }

    /** Returns what those who have pressed were told of a job since. */
    private static List<String> saidOf(String job, Exchange... presses) {
        return Stream.of(presses)
                .flatMap(press -> press.ephemerals().stream())
                .map(SandboxMessage::text)
                .filter(text -> text.contains("*" + job + " #1*"))
                .toList();
    }

    @Test
    void shouldAnswerWithAFormTheQuestionThatItShows() {
        bed.jobs().createPipeline("forms", """
                echo 'staging ' + input(message: 'Staging?', parameters: [string(name: 'version')])
                echo 'production ' + input(message: 'Production?', parameters: [string(name: 'version')])
                """);
        var build = bed.jobs().start("forms");
        var staging = question("Staging?");
        var value = bed.admin().script("""
                def run = Jenkins.get().getItem('forms').lastBuild
                print groovy.json.JsonOutput.toJson([job: 'forms', build: run.number, at: run.startTimeInMillis])
                """);
        bob.press(bed.postButton(APPROVE, value), APPROVE);
        var shown = form(bob);
        assertThat(shown.toString()).contains("Staging?");

        anna.press(staging.ts(), ANSWER);
        anna.submit(form(anna), Map.of("parameter-0", "1.3"));
        question("Production?");
        assertThat(bob.submit(shown, Map.of("parameter-0", "1.4")).isAcknowledged())
                .isTrue();

        await("the answer in person")
                .atMost(TIMEOUT)
                .until(() -> bed.workspace().directMessagesTo(bob.user().email()).stream()
                        .anyMatch(message ->
                                message.text().equals("Nothing was done: *Anna* has approved *forms #1* before you.")));
        assertThat(build.console()).contains("staging 1.3").doesNotContain("production 1");
        build.stop();
    }

    /** The message names both as approvers, so nobody would know for whom it waits. */
    @Test
    void shouldSayThatSomebodyHasApprovedOtherValues() {
        createApproved(
                "valued", "<people>2</people>", "input message: 'Valued?', parameters: [string(name: 'version')]");
        var build = bed.jobs().start("valued");
        question("Valued?");

        assertThat(bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.build.BuildKeys
                import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin
                import io.jenkins.plugins.slacknotify.interaction.press.ActTrace
                import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget
                def control = new io.jenkins.plugins.slacknotify.control.input.JenkinsInputControl(java.time.Clock.systemUTC())
                def question = new ButtonTarget(BuildKeys.of(Jenkins.get().getItem('valued').lastBuild), null)
                def approve = { account, version ->
                    def origin = new ActOrigin(account, 'values of ' + account, '', null)
                    control.approve(new ActTrace(origin, account, null, null), question, [version: version]).missing()
                }
                print([approve('anna', '1.3')])
                def form = control.find('bob', question).form()
                print(" ${form.note()} ${form.fields()[0].initial()} ")
                print([approve('bob', '1.4')])
                """))
                .isEqualTo(
                        "[one more person] *anna* has approved with `version = 1.3`. 1.3 "
                                + "[one more person, with the same values as yours: somebody has approved other ones, which the form shows]");
        build.stop();
    }

    private static SandboxView form(SandboxMember member) {
        await("the form")
                .atMost(TIMEOUT)
                .until(() -> member.modal()
                        .filter(view -> view.toString().contains("parameter-0"))
                        .isPresent());
        return member.modal().orElseThrow();
    }
}
