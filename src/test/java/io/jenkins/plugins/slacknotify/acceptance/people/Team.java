package io.jenkins.plugins.slacknotify.acceptance.people;

import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * People with accounts, and a folder {@code team} whose jobs are theirs to read and to build. Without a right to the folder
 * nobody sees a job.
 */
final class Team {
    private static final String QUIET =
            "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()";

    private final TestBed bed;

    private Team(TestBed bed) {
        this.bed = bed;
    }

    static Team create(TestBed bed) {
        bed.configuration().markReplaced();
        bed.admin().script("""
                import hudson.security.*
                hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true
                def jenkins = jenkins.model.Jenkins.get()
                def matrix = new ProjectMatrixAuthorizationStrategy()
                jenkins.authorizationStrategy.grantedPermissionEntries.each { permission, people ->
                    people.each { matrix.add(permission, it) }
                }
                jenkins.authorizationStrategy = matrix
                jenkins.save()
                """);
        bed.jobs().create("team", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        bed.admin().script("""
                import com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty
                jenkins.model.Jenkins.get().getItem('team').addProperty(new AuthorizationMatrixProperty(new HashMap()))
                """);
        return new Team(bed);
    }

    /** Adds people who are called by their ids with a capital letter, have an address, and are in Slack. */
    void join(String... ids) {
        var accounts = new StringBuilder();
        for (String id : ids) {
            member(id);
            accounts.append(row(id, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1), address(id), true));
        }
        createAccounts(accounts.toString());
    }

    /** Adds somebody to Slack and nowhere else. */
    void member(String id) {
        bed.slack().user(id, address(id));
    }

    /** Adds an account, and nobody to Slack. */
    void account(String id, String name, String mail, boolean mayRead) {
        createAccounts(row(id, name, mail, mayRead));
    }

    private static String row(String id, String name, String mail, boolean mayRead) {
        return "['%s', '%s', '%s', %s],".formatted(id, name, mail, mayRead);
    }

    /** All by one script, as Jenkins compiles each. */
    private void createAccounts(String rows) {
        bed.admin().script("""
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                """ + Accounts.CREATE_ACCOUNT + """
                def jenkins = jenkins.model.Jenkins.get()
                def property = jenkins.getItem('team').properties.get(
                        com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty)
                [%s].each { id, name, mail, mayRead ->
                    def user = createAccount(id, id + '-password')
                    user.fullName = name
                    if (mail) user.addProperty(new hudson.tasks.Mailer.UserProperty(mail))
                    user.save()
                    jenkins.authorizationStrategy.add(jenkins.READ, PermissionEntry.user(user.id))
                    if (mayRead) [hudson.model.Item.READ, hudson.model.Item.BUILD].each {
                        property.add(it, PermissionEntry.user(user.id))
                    }
                }
                """.formatted(rows));
    }

    /** Sets something of somebody's personal settings, in Groovy. */
    void prefer(String id, String settings) {
        bed.admin().script("""
                def property = new io.jenkins.plugins.slacknotify.personal.SlackUserProperty()
                property.choice = new io.jenkins.plugins.slacknotify.config.people.PreferencesConfig()
                def user = hudson.model.User.getById('%s', false)
                user.addProperty(property)
                property.with { %s }
                user.save()
                """.formatted(id, settings));
    }

    static String address(String id) {
        return id + "@example.org";
    }

    /** A freestyle job of the folder that runs the file {@code build} of a repository. */
    void job(String name, GitRepository repository, String more) {
        bed.jobDsl().run("""
                job('team/%s') {
                    scm { git('%s', 'main') }
                    steps { shell('sh ./build') }
                    %s
                }
                """.formatted(name, repository.url(), more));
    }

    /** A job whose first build fails with the one commit of its repository. Its XML takes a tenth of the time of {@link #job}. */
    Build breakBy(String name, String author, String message) {
        var repository = GitRepository.create();
        repository.commit(author, message, "build", "exit 1");
        bed.jobs().create("team/" + name, """
                <project>
                  <scm class="hudson.plugins.git.GitSCM">
                    <configVersion>2</configVersion>
                    <userRemoteConfigs>
                      <hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig>
                    </userRemoteConfigs>
                    <branches><hudson.plugins.git.BranchSpec><name>main</name></hudson.plugins.git.BranchSpec></branches>
                  </scm>
                  <builders><hudson.tasks.Shell><command>sh ./build</command></hudson.tasks.Shell></builders>
                </project>
                """.formatted(repository.url()));
        return bed.jobs().start("team/" + name);
    }

    /** A folder of that name, with a credential {@code workspace} that is the token of a bot of its own. */
    void folderWithToken(String name, SandboxWorkspace workspace) {
        bed.jobDsl().run("folder('team/%s')".formatted(name));
        bed.credentials()
                .add("workspace", workspace.installBot("bot-of-" + workspace.name()), "GLOBAL", """
                com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(
                        jenkins.model.Jenkins.get().getItemByFullName('team/%1$s')).find {
                    it.context.fullName == 'team/%1$s'
                }""".formatted(name));
    }

    /** The jobs, as a person of the team. */
    Jobs jobsAs(String id) {
        return new Jobs(bed.user(id));
    }

    /** Waits until all that was handed over by now has arrived, or will not. */
    Team quiet() {
        bed.waits().untilSystemChannelIsQuiet();
        Awaitility.await("an empty outbox")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script(QUIET).equals("0"));
        return this;
    }

    /** Everybody in Slack who was told of those jobs in person, and what, and why: a table with a row for each message. */
    String told(String... jobs) {
        var messages = bed.slack().users().stream()
                .flatMap(user -> bed.slack().directMessagesTo(user.email()).stream()
                        .filter(message -> ReceivedDirectMessage.isAboutOneOf(Set.of(jobs), message))
                        .map(message -> ReceivedDirectMessage.of(user.name(), message)))
                .sorted()
                .toList();
        return Stream.of(jobs).sorted().flatMap(job -> rows(job, messages)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> rows(String job, List<ReceivedDirectMessage> messages) {
        var rows = messages.stream()
                .filter(told -> told.job().equals(job))
                .map(ReceivedDirectMessage::toString)
                .toList();
        return rows.isEmpty() ? Stream.of(job + " | nobody") : rows.stream();
    }

    /** Returns what the consoles of all builds of the folder say of Slack. */
    List<String> consoles() {
        return Stream.of(bed.admin().script("""
                        jenkins.model.Jenkins.get().getItem('team').allJobs.each { it.builds.each {
                            it.log.readLines().findAll { it.contains('[Slack]') }.each { println it }
                        } }
                        null
                        """).split("\n")).toList();
    }
}
