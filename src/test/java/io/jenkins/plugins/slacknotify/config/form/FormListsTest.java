package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormListsTest {
    /** Ids of accounts of SAML, Active Directory and LDAP among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "Jane Doe",
                "Doe, Jane",
                "cn=dev,ou=groups,dc=example,dc=org",
                "CORP\\jane",
                "CORP\\",
                "O'Neil",
                "\"quoted\"",
                "\"",
                "\"\"",
                "a\"b",
                "say \"hi\", then",
                "\"begins",
                "ends\"",
                "ends, \"",
                "tab\there",
                "a;b",
                "<!here>",
                "<ada@example.org>",
                "Ada Lovelace <ada@example.org>",
                "cc:ada@example.org",
                "ada@example.org (Ada)",
                "no-break\u00a0space"
            })
    void shouldReadAgainWhatItWrites(String one) {
        for (List<String> list : List.of(
                List.of(one),
                List.of(one, "bob"),
                List.of("bob", one),
                List.of(one, one),
                List.of("a b", one, "c,d"))) {
            assertThat(FormLists.names(FormLists.joinNames(list))).isEqualTo(list);
            assertThat(FormLists.betweenCommas(FormLists.joinWithCommas(list))).isEqualTo(list);
        }
    }

    /** As the fields for recipients of a mail, and tools that write authors, have addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:ada@example.org, bob@example.org",
                "ada@example.org, cc:bob@example.org",
                "To: ada@example.org; Cc: bob@example.org",
                "CC:Ada Lovelace <ada@example.org> BCC: bob@example.org",
                "ada@example.org (Ada Lovelace), bob@example.org (Bob, of accounts)",
                "ada@example.org\nbob@example.org (Bob)"
            })
    void shouldReadTheAddressOfARecipientAlone(String field) {
        assertThat(FormLists.names(field)).containsExactly("ada@example.org", "bob@example.org");
    }

    @Test
    void shouldLeaveColonsOfOtherNames() {
        assertThat(FormLists.names("oidc:ada cc:bob to: #ops")).containsExactly("oidc:ada", "cc:bob", "to:", "#ops");
    }

    /** A script has written a variable that is not set. */
    @Test
    void shouldLeaveOutNullAndBlanks() {
        assertThat(FormLists.stripped(Arrays.asList(null, " ops ", " "))).containsExactly("ops");
        assertThat(NoneList.read(Arrays.asList(null, "ops"))).containsExactly("ops");
    }

    @Test
    void shouldWriteWithoutQuotesWhatNeedsNone() {
        assertThat(FormLists.joinNames(List.of("breakers", "ada@example.org"))).isEqualTo("breakers, ada@example.org");
        assertThat(FormLists.joinNames(List.of("Jane Doe", "ada"))).isEqualTo("\"Jane Doe\", ada");
        assertThat(FormLists.joinWithCommas(List.of("Jane Doe", "ada"))).isEqualTo("Jane Doe, ada");
        assertThat(FormLists.joinNames(null)).isEmpty();
        assertThat(FormLists.joinWithCommas(Arrays.asList(" ", ""))).isEmpty();
    }

    @Test
    void shouldReadWhatPeopleType() {
        assertThat(FormLists.names(" a, b\nc,,d ")).containsExactly("a", "b", "c", "d");
        assertThat(FormLists.names("\"Jane Doe\" bob,\"x,y\"")).containsExactly("Jane Doe", "bob", "x,y");
        assertThat(FormLists.betweenCommas(" Jane Doe ,, \"x,y\" , z ")).containsExactly("Jane Doe", "x,y", "z");
        assertThat(FormLists.names("\"not closed, bob")).containsExactly("\"not", "closed", "bob");
        assertThat(FormLists.names("\"a\"b")).as("no quotes around all of it").containsExactly("\"a\"b");
        assertThat(FormLists.names(null)).isEmpty();
        assertThat(FormLists.betweenCommas(null)).isEmpty();
        assertThat(FormLists.names(",")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org; bob@example.org",
                "ada@example.org;bob@example.org;",
                "Ada Lovelace <ada@example.org>, Bob <bob@example.org>",
                "\"Lovelace, Ada\" <ada@example.org>; <bob@example.org>",
                "Ada Lovelace <ada@example.org>\nBob <bob@example.org>\n",
                "Ada <ada@example.org> Bob <bob@example.org>",
                "ada@example.org Bob <bob@example.org>",
                "<mailto:ada@example.org|ada@example.org> <mailto:bob@example.org|Bob>"
            })
    void shouldReadTheAddressesOfAMail(String recipients) {
        assertThat(FormLists.names(recipients)).containsExactly("ada@example.org", "bob@example.org");
    }

    /** As names are that were copied from a page or a chat, or read from a file of Windows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF#ops\r\nada@example.org\r\n",
                "#ops\u200b, ada@example.org\u200b",
                "#ops,\u00a0ada@example.org",
                "\u202A#ops\u202C \u200eto:\u00a0ada@example.org\u200f",
                "#ops\u3000Ada Lovelace <ada@example.org>"
            })
    void shouldNotTakeForPartOfANameWhatNobodySees(String copied) {
        assertThat(FormLists.names(copied)).containsExactly("#ops", "ada@example.org");
        assertThat(FormLists.names("👩‍💻 ⚠️ نمی‌دانم")).containsExactly("👩‍💻", "⚠️", "نمی‌دانم");
    }

    @Test
    void shouldReadMarkupOfSlackAsOneName() {
        assertThat(FormLists.names("<@U1><@U2|Ada Lovelace> <!subteam^S1|@on call>,<#C1|ops>;#dev"))
                .containsExactly("<@U1>", "<@U2|Ada Lovelace>", "<!subteam^S1|@on call>", "<#C1|ops>", "#dev");
        assertThat(FormLists.names("#ops a<b R&D <x>")).containsExactly("#ops", "a<b", "R&D", "<x>");
    }

    @Test
    void shouldReadAVeryLongText() {
        String many = "\"\"".repeat(10_000);

        assertThat(FormLists.names("\"" + many + "\"")).containsExactly("\"".repeat(10_000));
        assertThat(FormLists.names("a ".repeat(50_000) + "<")).hasSize(50_001);
    }

    @Test
    void shouldSplitTheFieldsOfAForm() {
        JSONObject form =
                JSONObject.fromObject("{people: '\"Jane Doe\", bob', owners: 'Jane Doe, \"x,y\"', other: 'a, b'}");

        FormLists.splitNames(form, "people", "none");
        FormLists.splitAtCommas(form, "owners", "none");

        assertThat((Object) form)
                .isEqualTo(JSONObject.fromObject(
                        "{people: ['Jane Doe', 'bob'], owners: ['Jane Doe', 'x,y'], other: 'a, b'}"));
    }

    @Test
    void shouldRemoveBlankFieldsAlone() {
        var form = JSONObject.fromObject("{a: '', b: '  ', c: '0', d: []}");

        FormLists.removeBlank(form, "a", "b", "c", "d", "missing");

        assertThat(form.keySet()).isEqualTo(Set.of("c", "d"));
    }
}
