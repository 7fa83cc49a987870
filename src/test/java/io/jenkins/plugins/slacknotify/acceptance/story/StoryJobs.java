package io.jenkins.plugins.slacknotify.acceptance.story;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.PullRequests;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The subject of the story: the people and jobs of a team, and a repository that they work in. */
final class StoryJobs {
    static final String ADA = "Ada Lovelace <ada@example.org>";
    static final String GRACE = "Grace Hopper <grace@example.org>";
    static final String ALAN = "Alan Turing <alan@example.org>";

    private static final List<String> TESTS =
            List.of("PriceTest.roundsHalfUp", "PriceTest.addsTax", "CartTest.keepsItsSum", "CartTest.isEmptyAtFirst");

    private static final String SETTING = """
            hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true
            [admin: ['Ada Lovelace', 'ada'], developer: ['Grace Hopper', 'grace'], reader: ['Alan Turing', 'alan']].each {
                def user = User.getById(it.key, true)
                user.fullName = it.value[0]
                user.addProperty(new hudson.tasks.Mailer.UserProperty(it.value[1] + '@example.org'))
            }
            """;

    private static final String BY_TIMER = """
            Jenkins.get().getItemByFullName('%s').scheduleBuild2(
                0, new hudson.model.CauseAction(new hudson.triggers.TimerTrigger.TimerTriggerCause()))
            print 'scheduled'
            """;

    private final TestBed bed;
    private final Map<String, String> rules;
    private final GitRepository repository = GitRepository.create();

    private StoryJobs(TestBed bed, Map<String, String> rules) {
        this.bed = bed;
        this.rules = rules;
    }

    /** Lets each of some jobs, by their names, tell a channel of some kinds of events. */
    static StoryJobs create(TestBed bed, Map<String, String> rules) {
        bed.admin().script(SETTING);
        PullRequests.pretend(bed, "shop/request", 17);
        Stream.of("ada", "grace", "alan").forEach(id -> bed.slack().user(id, id + "@example.org"));
        rules.keySet().forEach(job -> bed.channels().open(channel(job)));
        var jobs = new StoryJobs(bed, rules);
        jobs.configure("inbound: {}");
        return jobs;
    }

    private void configure(String wayIn) {
        bed.configuration()
                .set(
                        "events: []",
                        "threadDetails: full",
                        "personal: {enabled: true, told: [breakers]}",
                        wayIn,
                        rules.entrySet().stream()
                                .map(rule -> "{name: %1$s, jobs: ['%1$s', '%1$s/**'], events: [%2$s], to: ['#%3$s']}"
                                        .formatted(rule.getKey(), rule.getValue(), channel(rule.getKey())))
                                .collect(Collectors.joining(", ", "routing: {rules: [", "]}")));
    }

    /** A member of Slack who is linked with an account of Jenkins. */
    SandboxMember link(String member, String account) {
        var user = bed.slack().userByEmail(member + "@example.org").orElseThrow();
        bed.admin().script("""
            io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                .link(User.getById('%s', false), '%s', '%s', '%s', 'acme')
            """.formatted(account, bed.slack().teamId(), user.id(), member));
        return bed.sandbox().as(user);
    }

    /** Lets members of Slack ask Jenkins and press buttons; what jobs tell stays as it is. */
    void openWayIn() {
        var app = bed.sandbox().appOf(bed.token());
        bed.credentials()
                .add(
                        "app-token",
                        app.appToken(),
                        "SYSTEM",
                        "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store");
        app.deliverBySocket();
        configure("inbound: {abilities: [commands, buttons], apps: [{name: acme, appTokenCredentialsId: app-token}]}");
        app.socket().awaitOpen(1, TestBed.TIMEOUT);
    }

    /** The channel that hears of a job. */
    static String channel(String job) {
        return "about-" + job;
    }

    /** The pipeline {@code checkout}, with its repository. */
    GitRepository createCheckout() {
        repository.commit(ADA, "Begin", "Jenkinsfile", """
            pipeline {
                agent any
                stages {
                    stage('Build') { steps { sh 'echo compiled' } }
                    stage('Test') {
                        parallel {
                            stage('Unit') {
                                steps { sh 'cp results.xml unit.xml' }
                                post { always { junit 'unit.xml' } }
                            }
                            stage('Integration') { steps { sh 'sh ./integration' } }
                        }
                    }
                }
            }
            """);
        repository.commit(ADA, "Try it out as a whole", "integration", "echo '23 of 23 pages answered'");
        commitTests(ADA, "Add tests");
        bed.jobDsl().run("""
            pipelineJob('checkout') {
                definition { cpsScm {
                    scriptPath('Jenkinsfile')
                    scm { git {
                        remote { url('%s') }
                        branch('main')
                        browser { gitWeb('https://git.example.org/checkout') }
                    } }
                } }
            }
            """.formatted(repository.url()));
        return repository;
    }

    /** The multibranch project {@code shop}, each of whose branches was built once, with its repository. */
    GitRepository createShop() {
        var shop = GitRepository.create();
        shop.commit(ADA, "Begin", "Jenkinsfile", "echo 'Sold'");
        shop.branch("feature/gift-cards");
        shop.commit(GRACE, "Sell gift cards", "Jenkinsfile", "stage('Test') { error 'There is no printer' }");
        shop.checkout("main");
        shop.branch("request");
        shop.commit(ALAN, "Sell vouchers", "Jenkinsfile", "node { checkout scm }\necho 'Sold'");
        bed.jobDsl().run("""
            multibranchPipelineJob('shop') { branchSources { git { id('it'); remote('%s') } } }
            """.formatted(shop.url()));
        for (var branch : new String[] {"main", "feature%2Fgift-cards", "request"}) {
            bed.jobs().build("shop/" + branch, 1).await();
        }
        bed.admin().script("""
            Jenkins.get().getItemByFullName('shop/request').addAction(new jenkins.scm.api.metadata.ObjectMetadataAction(
                'Sell vouchers', null, 'https://git.example.org/shop/pull/17'))
            """);
        return shop;
    }

    void createSearch() {
        bed.jobs().createPipeline("search", """
            pipeline {
                agent any
                stages {
                    stage('Index') { steps { echo 'indexed' } }
                    stage('Swap') { steps { script { if (currentBuild.number < 3) error('The index is locked') } } }
                }
            }
            """);
    }

    void createSmokeTest() {
        bed.jobs().createPipeline("smoke-test", """
            stage('Browse') { timeout(time: 2, unit: 'SECONDS') { sleep 600 } }
            """);
    }

    void createMobile() {
        bed.jobs().createPipeline("mobile", """
            stage('Build') { echo 'built' }
            stage('Sign') { if (currentBuild.number < 3) error('The certificate has expired') }
            """);
    }

    void createRelease() {
        bed.jobs().createPipeline("release", """
            stage('Ship') {
                input message: "Release 2.${currentBuild.number} to everybody?", id: 'Ship'
                echo 'shipped'
            }
            """);
    }

    /** Answers, as Ada, what a build of the release asks. */
    void answer(Build build, String how) {
        build.awaitConsole("Abort");
        Awaitility.await("the question")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.admin()
                                .post(build.path() + "input/Ship/" + how, Map.of())
                                .status()
                        < 400);
        build.await();
    }

    void restart(String job, int number, String stage) {
        rerun(job, number, "pipeline.modeldefinition.actions.RestartDeclarativePipelineAction", "run('" + stage + "')");
    }

    void replay(String job, int number, String script) {
        rerun(job, number, "workflow.cps.replay.ReplayAction", "run2(\"" + script + "\", [:])");
    }

    private void rerun(String job, int number, String action, String how) {
        bed.admin()
                .script("Jenkins.get().getItem('%s').getBuildByNumber(%d).getAction(org.jenkinsci.plugins.%s).%s"
                        .formatted(job, number, action, how));
        bed.jobs().build(job, number + 1).await();
    }

    /** Pretends that the latest build of a job began 68 minutes ago and the first took 25, and has long builds looked for. */
    void makeLong(String job) {
        bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.running.LongRunningBuildMonitor
            def field(name) { def it = hudson.model.Run.getDeclaredField(name); it.accessible = true; it }
            def job = Jenkins.get().getItem('%s')
            field('duration').setLong(job.getBuildByNumber(1), 25 * 60_000)
            field('startTime').setLong(job.lastBuild, System.currentTimeMillis() - 68 * 60_000)
            ExtensionList.lookupSingleton(LongRunningBuildMonitor).doRun()
            """.formatted(job));
    }

    /** Commits what the tests of the repository say. */
    void commitTests(String author, String message, String... failing) {
        var cases = TESTS.stream()
                .map(test -> "<testcase classname='%s' name='%s'>%s</testcase>"
                        .formatted(
                                "org.example.shop." + test.replaceFirst("\\..*", ""),
                                test.replaceFirst(".*\\.", ""),
                                List.of(failing).contains(test) ? "<failure message='no'/>" : ""))
                .collect(Collectors.joining("\n", "<testsuite name='shop'>", "</testsuite>\n"));
        repository.commit(author, message, "results.xml", cases + "<!-- " + message + " -->");
    }

    Build byTimer(String job, int number) {
        bed.admin().script(BY_TIMER.formatted(job));
        return bed.jobs().build(job, number).await();
    }

    Build byGrace(String job) {
        return grace().build(job);
    }

    Jobs grace() {
        return new Jobs(bed.user("developer"));
    }

    /** Has the branches of a multibranch project looked at, and awaits the build that follows. */
    void scan(String project, String branch, int number) {
        bed.admin().post(Jobs.path(project) + "build", Map.of("delay", "0"));
        bed.jobs().build(branch, number).await();
    }
}
