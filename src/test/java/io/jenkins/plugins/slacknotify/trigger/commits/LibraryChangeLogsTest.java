package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.User;
import hudson.scm.ChangeLogSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryChangeLogsTest {
    private static final Log OWN = new Log("a", "b");
    private static final Log OF_LIBRARY = new Log("c");

    @Test
    void shouldLeaveOutTheLogsOfLibraries() {
        assertThat(LibraryChangeLogs.without(List.of(List.of("c")), List.of(OF_LIBRARY, OWN)))
                .containsExactly(OWN);
        assertThat(LibraryChangeLogs.without(List.of(), List.of(OWN))).containsExactly(OWN);
    }

    @Test
    void shouldKeepTheLogOfAJobWhoseRepositoryHoldsItsLibraryToo() {
        Log same = new Log("a", "b");

        assertThat(LibraryChangeLogs.without(List.of(List.of("a", "b")), List.of(same, OWN)))
                .containsExactly(OWN);
    }

    @Test
    void shouldTellTheFoldersOfLibraries() {
        assertThat(LibraryCheckout.isIn("/home/jenkins/workspace/shop@libs/4fb1"))
                .isTrue();
        assertThat(LibraryCheckout.isIn("C:\\jenkins\\workspace\\shop@libs\\4fb1"))
                .isTrue();
        assertThat(LibraryCheckout.isIn("/home/jenkins/workspace/shop@script/4fb1"))
                .isFalse();
        assertThat(LibraryCheckout.isIn("/home/jenkins/workspace/shop/libs")).isFalse();
        assertThat(LibraryCheckout.isIn("/home/jenkins/workspace/shop@2")).isFalse();
    }

    private static final class Log extends ChangeLogSet<Log.Commit> {
        private final List<Commit> commits;

        Log(String... ids) {
            super(null, null);
            commits = Stream.of(ids).map(Commit::new).toList();
        }

        @Override
        public boolean isEmptySet() {
            return commits.isEmpty();
        }

        @Override
        public Iterator<Commit> iterator() {
            return commits.iterator();
        }

        static final class Commit extends ChangeLogSet.Entry {
            private final String id;

            Commit(String id) {
                this.id = id;
            }

            @Override
            public String getCommitId() {
                return id;
            }

            @Override
            public String getMsg() {
                return "";
            }

            @Override
            public User getAuthor() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Collection<String> getAffectedPaths() {
                return List.of();
            }
        }
    }
}
