package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import hudson.scm.ChangeLogSet;
import hudson.scm.RepositoryBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A change log of no particular source control, whose plugin may break the contract of Jenkins. Its browser shows each commit but one. */
final class FakeChangeLog extends ChangeLogSet<FakeChangeLog.Entry> {
    /** The id of the commit for which the browser throws. */
    static final String WITHOUT_PAGE = "without page";

    private final List<Entry> entries;

    FakeChangeLog(Entry... entries) {
        super(null, null);
        this.entries = List.of(entries);
    }

    @Override
    @CheckForNull
    public Run<?, ?> getRun() {
        return null;
    }

    @Override
    public RepositoryBrowser<?> getBrowser() {
        return new RepositoryBrowser<Entry>() {
            @Override
            public URL getChangeSetLink(Entry commit) throws IOException {
                if (WITHOUT_PAGE.equals(commit.getCommitId())) {
                    throw new IllegalArgumentException("no page");
                }
                return URI.create("https://browser.example.org/" + commit.getCommitId())
                        .toURL();
            }
        };
    }

    @Override
    public boolean isEmptySet() {
        return entries.isEmpty();
    }

    @Override
    public Iterator<Entry> iterator() {
        return entries.iterator();
    }

    /** An entry without a known author. */
    static class Entry extends ChangeLogSet.Entry {
        private final String id;

        @CheckForNull
        private final String message;

        private final long timestamp;

        Entry(String id, @CheckForNull String message, long timestamp) {
            this.id = id;
            this.message = message;
            this.timestamp = timestamp;
        }

        @Override
        public String getCommitId() {
            return id;
        }

        @Override
        public long getTimestamp() {
            return timestamp;
        }

        @Override
        @CheckForNull
        public String getMsg() {
            return message;
        }

        @Override
        @CheckForNull
        public User getAuthor() {
            return null;
        }

        @Override
        public Collection<String> getAffectedPaths() {
            return List.of();
        }
    }
}
