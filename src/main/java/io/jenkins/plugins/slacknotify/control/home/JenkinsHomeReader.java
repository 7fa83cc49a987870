package io.jenkins.plugins.slacknotify.control.home;

import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.interaction.home.HomeContent;
import io.jenkins.plugins.slacknotify.interaction.home.HomeReader;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import io.jenkins.plugins.slacknotify.lifecycle.act.ClaimIndex;
import io.jenkins.plugins.slacknotify.personal.OwnCommits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the home tab of an account shows. Safe for use by many threads. */
public final class JenkinsHomeReader implements HomeReader {
    private final WaitingForAccount waiting;

    public JenkinsHomeReader(WaitingForAccount waiting) {
        this.waiting = waiting;
    }

    @Override
    public HomeContent read(String account) {
        List<HomeBuild> questions = waiting.of(account);
        return AsAccount.call(account, () -> read(account, questions))
                .orElseGet(() -> HomeContent.withoutJobs(HomePreferencesReader.of(account)));
    }

    private static HomeContent read(String account, List<HomeBuild> questions) {
        List<Run<?, ?>> readable = ReadableBuilds.running().stream()
                .sorted(Comparator.comparing(Run::getStartTimeInMillis))
                .toList();
        Set<BuildKey> asking =
                questions.stream().map(build -> build.event().key()).collect(Collectors.toSet());
        List<Run<?, ?>> others = readable.stream()
                .filter(run -> !asking.contains(BuildKeys.of(run)))
                .toList();
        List<Run<?, ?>> own = others.stream()
                .filter(run -> ReadableBuilds.isStartedBy(account, run))
                .toList();
        return new HomeContent(
                questions,
                own.stream()
                        .limit(MAX_BUILDS)
                        .map(run -> HomeBuilds.running(run, Milestone.STARTED))
                        .toList(),
                others.size() - own.size(),
                (int) ReadableQueue.items().count(),
                brokenJobs(account),
                claimedBuilds(account),
                HomePreferencesReader.quietJobs(account),
                SubscriptionLines.mutes(account),
                SubscriptionLines.subscriptions(account),
                HomePreferencesReader.of(account));
    }

    /** The jobs that people were told are bad, as far as the account's owner has to do with that. */
    private static List<HomeBuild> brokenJobs(String account) {
        User user = User.getById(account, false);
        if (user == null) {
            return List.of();
        }
        OwnCommits own = OwnCommits.of(user);
        List<HomeBuild> broken = new ArrayList<>();
        for (Map.Entry<String, KnownVerdict> each :
                EngineLifecycle.get().engine().jobs().bad().entrySet()) {
            KnownVerdict verdict = each.getValue();
            if (broken.size() < MAX_BUILDS && verdict.breakers().stream().anyMatch(own::isBy)) {
                FailureStreak streak = verdict.streak();
                Instant since = streak == null ? verdict.startedAt() : streak.since();
                ReadableJobs.find(each.getKey())
                        .flatMap(BuildClaim::lastBad)
                        .map(run -> HomeBuilds.bad(run, since))
                        .ifPresent(broken::add);
            }
        }
        return broken;
    }

    private static List<HomeBuild> claimedBuilds(String account) {
        List<HomeBuild> claimed = new ArrayList<>();
        for (BuildKey key : ClaimIndex.get().of(account)) {
            if (claimed.size() == MAX_BUILDS) {
                break;
            }
            Optional<Run<?, ?>> run = ReadableBuilds.find(key);
            Optional<HomeBuild> build = run.flatMap(found -> claimedBuild(account, found));
            // A build that the account may not read now may become readable again.
            if (build.isEmpty() && (run.isPresent() || isGone(key))) {
                ClaimIndex.get().forget(account, key);
            }
            build.filter(one -> claimed.stream().noneMatch(other -> isOfSameJob(one, other)))
                    .ifPresent(claimed::add);
        }
        return claimed;
    }

    private static boolean isGone(BuildKey key) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return ReadableBuilds.find(key).isEmpty();
        }
    }

    private static boolean isOfSameJob(HomeBuild one, HomeBuild other) {
        return Objects.equals(one.event().key().job(), other.event().key().job());
    }

    private static Optional<HomeBuild> claimedBuild(String account, Run<?, ?> run) {
        return BuildClaim.lastBad(run.getParent())
                .filter(last -> BuildClaim.of(last)
                        .filter(claim -> claim.account().equals(account))
                        .isPresent())
                .map(last -> HomeBuilds.bad(last, BuildKeys.startedAt(run)));
    }
}
