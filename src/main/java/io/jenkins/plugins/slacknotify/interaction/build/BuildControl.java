package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port to jobs and builds. Each call is made as an account, with the permissions that it has at this moment.
 *
 * <p><b>Guaranteed:</b> what the account may not read is answered as what is not there. An account that the security realm
 * does not know any more may read nothing. Each effect carries the id of its request.
 *
 * <p>Calls run on the caller's thread and may take as long as a security realm or a disk does. Those that need the queue or builds that run
 * wait until Jenkins has started.
 * {@link AccountsUnavailableException} where the realm does not answer.
 */
public interface BuildControl {
    default Optional<JobReference> job(String account, String fullName) {
        return Optional.ofNullable(jobs(account, List.of(fullName)).get(fullName));
    }

    /** Returns the jobs of some full names, by these, as far as there are any; in one question to the security realm, and without the others. */
    Map<String, JobReference> jobs(String account, Collection<String> fullNames);

    /** Returns the job of a build, by whatever name it has now; asked of what was sent earlier. */
    Optional<JobReference> jobOf(String account, BuildKey build);

    /** Returns all jobs that the account may read, in no particular order; the branches of a project are jobs, the project is none. */
    List<JobReference> jobs(String account);

    /** Returns the branch that matters most of a project, such as {@code main}. */
    Optional<JobReference> primaryBranch(String account, String project);

    /** Tests whether a job is one of the branches of a project; no job that the account may not read is. */
    boolean isBranch(String account, String job);

    /** Tests whether the rules keep a job out of all channels, so that no line there may name it; false for no job. */
    boolean isPrivate(String job);

    /** Returns how builds look by the settings of this moment. */
    BuildAppearance appearance();

    /** Returns the address of this Jenkins, ending in a slash; empty where it does not know it. */
    Optional<String> rootUrl();

    /** Returns the newest build of a job, running or not. */
    Optional<BuildReference> lastBuild(String account, String job);

    /** Returns the newest build of a job that has ended, and was neither aborted nor left out. */
    Optional<BuildReference> lastVerdict(String account, String job);

    /** Returns the build to which a permalink of a job leads at this moment. */
    Optional<BuildReference> build(String account, String job, BuildSelector.Permalink permalink);

    /** Returns what there is to see of a build; reads older builds for it, as the notification of a build does. */
    Optional<BuildEvent> facts(String account, BuildReference build);

    /** Returns the parameters of a job, in its order; empty for a job that has none or is not there. */
    List<JobParameter> parameters(String account, String job);

    /** Returns why an account may not start a job now, as a sentence of mrkdwn; empty where it may, and for a job that it may not read. */
    Optional<String> refusalToStart(String account, String job);

    /**
     * Starts a job. What is not given has its default.
     *
     * @param given values by the name of the parameter
     */
    StartResult start(ActOrigin origin, String job, Map<String, String> given);

    /**
     * Returns the start that an earlier attempt at a request has made; asked after a crash, and for no account: the request had its
     * effect, whoever its member is by now.
     */
    Optional<StartResult.Started> started(RequestMark request, String job);

    StopResult abort(ActOrigin origin, BuildReference build);

    /** Takes a job out of the queue, if that very one is there still. */
    StopResult cancel(ActOrigin origin, String job, QueueSlot slot);

    /**
     * Returns the jobs that are bad, the one that has become bad last first: of those of which somebody was notified that they are. To look
     * at all others would read a build of each from disk.
     */
    List<FailingJob> failing(String account);

    /** Returns the builds of a job that run, and looks into none of them. */
    List<BuildReference> running(String account, String job);

    /** Returns the builds that run, the one that has run longest first. */
    List<BuildProgress> running(String account);

    /** Returns those of {@link #running} that wait for an answer which the account may give, here or in Jenkins. */
    List<BuildProgress> waiting(String account);

    /** Returns what waits in the queue, the one that has waited longest first. */
    List<QueuedBuild> queue(String account);

    /**
     * Returns the end of a build's log.
     *
     * @param lines how many lines at most
     */
    Optional<LogTail> log(String account, BuildReference build, int lines);
}
