package io.jenkins.plugins.slacknotify.interaction.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalCount.Approver;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalCountTest {
    /** Who approves is written as {@code ada:qa+ops}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", textBlock = """
            1 | -      | ada             | nobody
            2 | -      | ada             | one more person
            3 | -      | ada             | 2 more people
            2 | -      | ada, bob        | nobody
            1 | qa ops | ada:qa          | somebody else of ops
            1 | qa ops | ada:qa bob:ops  | nobody
            1 | qa ops | ada:qa+ops      | somebody else of ops
            1 | qa ops | ada:qa+ops bob:qa | nobody
            1 | qa ops | ada:qa+ops bob  | somebody else of ops
            1 | qa ops | ada bob         | somebody else of qa and of ops
            1 | qa ops dev | ada:qa+ops bob:qa+dev eve:qa | nobody
            1 | qa ops dev | ada:qa+ops bob:qa+ops        | somebody else of dev
            1 | qa ops dev | ada:dev bob:ops+dev eve:dev  | somebody else of qa
            1 | a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff | ada:ff | somebody else of a and of b and of c and of d and of e and of f and of g and of h and of i and of j and of k and of l and of m and of n and of o and of p and of q and of r and of s and of t and of u and of v and of w and of x and of y and of z and of aa and of bb and of cc and of dd and of ee
            3 | qa     | ada:qa bob      | one more person
            """)
    void shouldSayWhoIsMissing(int people, String groups, String approvers, String missing) {
        ApprovalCount count = new ApprovalCount(people, groups.equals("-") ? List.of() : List.of(groups.split(" ")));

        assertThat(count.missing(Arrays.stream(approvers.split("[ ,]+"))
                                .map(ApprovalCountTest::approver)
                                .collect(Collectors.toList()))
                        .orElse(null))
                .isEqualTo(missing);
    }

    /** Somebody of none of the groups can be one of many people, and never one of a group. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | -      |                 | ada        | true
            2 | -      | bob             | ada        | true
            1 | -      | bob             | ada        | true
            1 | qa     |                 | ada        | false
            1 | qa     |                 | ada:qa     | true
            2 | qa     |                 | ada        | true
            2 | qa     | bob             | ada        | false
            2 | qa     | bob:qa          | ada        | true
            1 | qa ops | bob:qa          | ada:qa     | false
            1 | qa ops | bob:qa+ops      | ada:qa     | true
            """)
    void shouldKnowWhoseApprovalIsOfUse(int people, String groups, String approvers, String another, boolean helps) {
        ApprovalCount count = new ApprovalCount(people, groups.equals("-") ? List.of() : List.of(groups.split(" ")));

        assertThat(count.isHelpedBy(approver(another), approvers == null ? List.of() : List.of(approver(approvers))))
                .isEqualTo(helps);
    }

    private static Approver approver(String text) {
        String[] parts = text.split(":");
        return new Approver(parts[0], parts.length == 1 ? Set.of() : Set.of(parts[1].split("\\+")));
    }
}
