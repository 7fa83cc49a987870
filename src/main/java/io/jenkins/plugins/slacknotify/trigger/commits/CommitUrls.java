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

/** Where people open commits, by the repository browser that the job names. */
public final class CommitUrls {
    private CommitUrls() {}

    /** By the commit's id; without those that nothing shows. Never throws. */
    public static Map<String, String> of(Run<?, ?> run) {
        Map<String, String> addresses = new HashMap<>();
        if (run instanceof RunWithSCM<?, ?> versioned) {
            BestEffort.read("repository browser of " + run, () -> {
                versioned.getChangeSets().forEach(set -> read(set, addresses));
                return addresses;
            });
        }
        return addresses;
    }

    private static void read(ChangeLogSet<?> set, Map<String, String> addresses) {
        RepositoryBrowser<?> browser = set.getBrowser();
        if (browser == null) {
            return;
        }
        for (ChangeLogSet.Entry entry : set) {
            String address = address(browser, entry);
            if (entry.getCommitId() != null && address != null) {
                addresses.put(entry.getCommitId(), address);
            }
        }
    }

    /** A change log and its browser are of one kind, which their types do not say. */
    @CheckForNull
    @SuppressWarnings("unchecked")
    private static String address(RepositoryBrowser<?> browser, ChangeLogSet.Entry entry) {
        try {
            URL url = ((RepositoryBrowser<ChangeLogSet.Entry>) browser).getChangeSetLink(entry);
            return url == null ? null : url.toString();
        } catch (IOException e) {
            return null;
        }
    }
}
