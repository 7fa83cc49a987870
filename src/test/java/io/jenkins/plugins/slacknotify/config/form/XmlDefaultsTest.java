package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlDefaultsTest {
    /** As XStream leaves an object: whatever the constructor has set is gone. */
    private static class Base {
        protected final String name;
        protected List<String> inherited = new ArrayList<>(List.of("default"));

        Base(String name) {
            this.name = name;
        }
    }

    private static final class Read extends Base {
        private static List<String> shared;
        private transient List<String> forgotten;
        private List<String> texts = new ArrayList<>();
        private List<List<String>> nested = new ArrayList<>();
        private String optional;
        private boolean flag = true;

        Read(String name) {
            super(name);
        }
    }

    @Test
    void shouldGiveWhatIsNullItsValueInANewObject() {
        Read read = new Read(null);
        read.texts = null;
        read.inherited = null;
        read.flag = false;
        Read fresh = new Read("default");

        assertThat(XmlDefaults.complete(read, fresh)).isSameAs(read);

        assertThat(read.name).isEqualTo("default");
        assertThat(read.texts).isEmpty();
        assertThat(read.inherited).containsExactly("default").isNotSameAs(fresh.inherited);
        assertThat(read.optional).isNull();
        assertThat(read.forgotten).isNull();
        assertThat(Read.shared).isNull();
        assertThat(read.flag).as("what was written, for all that can be seen").isFalse();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void shouldRemoveFromAListWhatIsNotOfItsType() {
        Read read = new Read("name");
        read.texts = new ArrayList(Arrays.asList("a", null, 7, List.of("b"), "c"));
        read.nested = new ArrayList<>(Arrays.asList(null, List.of("d")));

        XmlDefaults.complete(read, new Read(null));

        assertThat(read.texts).containsExactly("a", "c");
        assertThat(read.nested).as("a list whose elements have no plain type").isNotEmpty();
        assertThat(read.name).isEqualTo("name");
    }

    @Test
    void shouldCompareEachStoredFieldAndNoOther() {
        Read one = new Read("name");
        one.forgotten = List.of("not stored");

        assertThat(XmlDefaults.haveSameValues(one, new Read("name"))).isTrue();
        assertThat(XmlDefaults.haveSameValues(one, new Read("other"))).isFalse();
        Read another = new Read("name");
        another.inherited = List.of("other");
        assertThat(XmlDefaults.haveSameValues(one, another)).isFalse();
    }
}
