package io.jenkins.plugins.slacknotify.trigger.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TestWordsTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("JUnit 5", "expected: <119> but was: <120>\n\tat x", "expected: <119> but was: <120>"),
                arguments(
                        "Hamcrest",
                        "java.lang.AssertionError: \nExpected: is <5>\n     but: was <6>\n\tat org.hamcrest.X",
                        "java.lang.AssertionError: Expected: is <5> but: was <6>"),
                arguments("AssertJ", "\nexpected: 5\n but was: 6", "expected: 5 but was: 6"),
                arguments(
                        "AssertJ, of a list",
                        "\nExpecting actual:\n  3\nto be greater than:\n  5\n",
                        "Expecting actual: 3 to be greater than: 5"),
                arguments(
                        "Jest",
                        "Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 119\nReceived: 120\n    at Object.x",
                        "Error: expect(received).toBe(expected) // Object.is equality Expected: 119 Received: 120"),
                arguments("Vitest", "expected 120 to be 119 // Object.is", "expected 120 to be 119 // Object.is"),
                arguments(
                        "Playwright",
                        "cart.spec.ts:7:5 shows the total\n  [chromium] › cart.spec.ts:7:5 › shows the total ──\n\n"
                                + "    Error: expect(received).toBe(expected)\n\n    Expected: \"119\"\n    Received: \"120\"\n\n      12 | code",
                        "Error: expect(received).toBe(expected) Expected: \"119\" Received: \"120\""),
                arguments(
                        "GoogleTest",
                        "/w/price_test.cc:12\nExpected equality of these values:\n  add_tax(100)\n    Which is: 120\n  119",
                        "Expected equality of these values: add_tax(100) Which is: 120 119"),
                arguments(
                        "PHPUnit",
                        "PriceTest::testAddsTax\nFailed asserting that 120 matches expected 119.",
                        "Failed asserting that 120 matches expected 119."),
                arguments(
                        "Go",
                        "Failed\n=== RUN   TestAddsTax\n    price_test.go:12: got 120, want 119",
                        "price_test.go:12: got 120, want 119"),
                arguments(
                        "Rust",
                        "thread 'adds_tax' panicked at src/price.rs:21:9\nthread 'adds_tax' panicked at src/price.rs:21:9:\n"
                                + "assertion `left == right` failed\n  left: 120",
                        "assertion `left == right` failed"),
                arguments(
                        "xUnit",
                        "Assert.Equal() Failure: Values differ\nExpected: 119\nActual:   120\n   at Shop.X()",
                        "Assert.Equal() Failure: Values differ Expected: 119 Actual:   120"),
                arguments("NUnit", "  Expected: 119\n  But was:  120\n", "Expected: 119 But was:  120"),
                arguments("RSpec", "expected: 119\n     got: 120", "expected: 119 got: 120"),
                arguments("pytest", "assert 120 == 119\n +  where 120 = add_tax(100)", "assert 120 == 119"),
                arguments(
                        "pytest, of a file",
                        "collection failure\nImportError while importing test module '/w/tests/test_cart.py'.\nHint: make sure",
                        "ImportError while importing test module '/w/tests/test_cart.py'."),
                arguments("nothing else", "Failed", "Failed"),
                arguments("nothing", "\n  \n", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldSayInOneLineWhatIsWrong(String runner, String report, String words) {
        assertThat(TestWords.of(null, report).orElse(null)).isEqualTo(words);
    }

    @Test
    void shouldQuoteTheTextThatSaysEnough() {
        assertThat(TestWords.of(
                        "java.lang.AssertionError: ", "java.lang.AssertionError: \nExpected: is <5>\n but: was <6>"))
                .hasValue("java.lang.AssertionError: Expected: is <5> but: was <6>");
        assertThat(TestWords.of(
                        "\nexpected: 5\n but was: 6", "AssertionFailedError: \n\nexpected: 5\n but was: 6\n\tat x"))
                .hasValue("expected: 5 but was: 6");
        assertThat(TestWords.of("Expected 120 to be 119.", "Error: Expected 120 to be 119.\n    at <Jasmine>"))
                .hasValue("Expected 120 to be 119.");
        assertThat(TestWords.of("Failed", "=== RUN   TestAddsTax\n    price_test.go:12: got 120, want 119"))
                .hasValue("price_test.go:12: got 120, want 119");
        assertThat(TestWords.of(null, null)).isEmpty();
    }
}
