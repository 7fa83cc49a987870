package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import hudson.scm.RepositoryBrowser;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import jenkins.scm.RunWithSCM;

/** Finds the addresses of commits in the repository browser that the job names. */
public final class CommitUrls {
    private CommitUrls() {}

    /** Returns the addresses by the commits' ids, without commits that no browser shows. Never throws. */
    public static Map<String, String> of(Run<?, ?> run) {
        Map<String, String> urls = new HashMap<>();
        if (run instanceof RunWithSCM<?, ?> versioned) {
            BestEffort.read("repository browser of ", run, () -> {
                versioned.getChangeSets().forEach(set -> urls.putAll(of(run, set)));
                return urls;
            });
        }
        return urls;
    }

    private static Map<String, String> of(Run<?, ?> run, ChangeLogSet<?> set) {
        return RunningChangeLogs.find(run, set).map(ChangeLog::urls).orElseGet(() -> of(set));
    }

    /** Returns the addresses of the commits of one change log, without those that the browser's plugin cannot make. */
    static Map<String, String> of(ChangeLogSet<?> set) {
        RepositoryBrowser<?> browser = set.getBrowser();
        if (browser == null) {
            return Map.of();
        }
        EntryReader reader = new EntryReader();
        Map<String, String> urls = new HashMap<>();
        for (ChangeLogSet.Entry entry : set) {
            String id = reader.read(entry::getCommitId, null);
            String url = id == null ? null : reader.read(() -> url(browser, entry), null);
            if (url != null) {
                urls.put(id, url);
            }
        }
        reader.report("addresses", set);
        return urls;
    }

    /** A change log and its browser are of one kind, though their types do not say so. */
    @CheckForNull
    @SuppressWarnings("unchecked")
    private static String url(RepositoryBrowser<?> browser, ChangeLogSet.Entry entry) {
        try {
            URL link = ((RepositoryBrowser<ChangeLogSet.Entry>) browser).getChangeSetLink(entry);
            return link == null ? null : link.toString();
        } catch (IOException e) {
            return null;
        }
    }
}
