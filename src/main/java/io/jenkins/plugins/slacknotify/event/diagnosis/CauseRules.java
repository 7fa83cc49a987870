package io.jenkins.plugins.slacknotify.event.diagnosis;

import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.DECISIVE;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.ERROR;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.EXACT;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.GENERAL;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.SPECIFIC;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.next;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.of;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules by which common tools are understood, in the forms that their documentation and their logs show.
 *
 * <p>To add a tool: a log in its form in {@code logs.txt} of the tests, with the line that a person would look for, and a rule
 * here. Each pattern works on lines of limited length, and has no nested repetition, so that no log makes it slow. After it stand
 * the {@linkplain CauseRule#literals() texts} of which each line with it has one, so that it is tried on few lines.
 */
final class CauseRules {
    /** Lines that look like a reason and are none. */
    static final Pattern NO_REASON = Pattern.compile(
            "(?i)\\bwarn(ing)?\\b|script returned exit code|marked build as failure|^finished: |^\\+ |\\b(0|no) (errors?|failures?|failed)\\b"
                    + "|error(s)?\\.log|errors? ignored|\\(ignored\\)|ignoring|--fail|\\bretrying (in|\\()|\\bretry \\d|, retrying|will (be )?retr|continuing"
                    + "|^\\[INFO\\]|^\\[Pipeline\\]|^(\\S+ )?(INFO|DEBUG|TRACE)\\b|^> Task |error handling|on-error|errorprone|error-prone"
                    + "|errors?: 0\\b|failures?: 0, errors?: 0");

    static final List<CauseRule> ALL = List.of(
            // The machine
            of(
                    DECISIVE,
                    "(?i)no space left on device|\\bENOSPC\\b|disk quota exceeded|not enough space on the disk",
                    "no space left on device",
                    "ENOSPC",
                    "disk quota exceeded",
                    "not enough space on the disk"),
            of(
                    DECISIVE,
                    "java\\.lang\\.OutOfMemoryError|JavaScript heap out of memory|Out of memory: Kill|Cannot allocate memory|OOMKilled"
                            + "|virtual memory exhausted|There is insufficient memory for the Java Runtime",
                    "OutOfMemoryError",
                    "heap out of memory",
                    "Out of memory: Kill",
                    "Cannot allocate memory",
                    "OOMKilled",
                    "virtual memory exhausted",
                    "insufficient memory"),

            // Tests
            of(EXACT, "^\\[ERROR\\] {2,}([\\w$.]+(?:\\(.*?\\))?(?::\\d+|->\\S+)[^\\s]*.* .+)$", "[ERROR]  "),
            of(EXACT, "^FAILED (\\S+::\\S+ - .+)$", "FAILED "),
            next(SPECIFIC, "^\\[ERROR\\] .*<<< (FAILURE|ERROR)!", "<<< "),
            of(SPECIFIC, "^E {2,}(\\S.+)$", "E  "),
            of(EXACT, "^\\s+(\\w+_test\\.go:\\d+: .+)$", "_test.go:"),
            of(SPECIFIC, "^\\s*--- FAIL: (\\S+)", "--- FAIL: "),
            of(EXACT, "^(rspec \\S+:\\d+ # .+)$", "rspec "),
            next(EXACT, "^thread '.+' (?:\\(\\d+\\) )?panicked at \\S+:\\d+:\\d+:$", "panicked at "),
            of(EXACT, "^thread '.+' panicked at .+[^:]$", "panicked at "),
            of(EXACT, "^(Failed asserting that .+)$", "Failed asserting that "),
            of(EXACT, "^\\s*● (.+ › .+)$", "● "),
            next(SPECIFIC, "^\\s*● (?!.* › )\\S.*$", "● "),
            next(SPECIFIC, "^\\S+ > .+ FAILED$", " FAILED"),
            next(SPECIFIC, "^\\s*Error Message:$", "Error Message:"),
            of(SPECIFIC, "^\\s*((?:[\\w$]+\\.)*Assertion\\w*(?: \\[\\w+\\])?: .+)$", "assertion"),
            of(SPECIFIC, "^(?:not ok \\d+ - )(.+)$", "not ok "),
            of(
                    SPECIFIC,
                    "^\\s*\\d+ - (.+ \\((?:Failed|Timeout|SEGFAULT|Subprocess aborted)\\))",
                    "(Failed",
                    "(Timeout",
                    "(SEGFAULT",
                    "(Subprocess aborted"),
            of(EXACT, "^(.+:\\d+: Failure)$", ": Failure"),
            of(EXACT, "^\\s+\\d+\\) (\\[\\w+\\] › .+)$", ") ["),
            of(SPECIFIC, "^(\\S.*?)\\s+\\| FAIL \\|$", "| FAIL |"),

            // Compilers and linters
            of(
                    EXACT,
                    "^\\[ERROR\\] (\\S.*\\.(?:java|kt|scala|groovy):\\[?\\d+(?:,\\d+)?\\]?:? .+)$",
                    ".java:",
                    ".kt:",
                    ".scala:",
                    ".groovy:"),
            of(
                    EXACT,
                    "^(\\S[^:]*\\.\\w{1,6}:\\d+(?::\\d+)?: (?:fatal )?[Ee]rror(?: \\w+)?: .+)$",
                    ": error",
                    ": fatal error"),
            of(EXACT, "^(\\S.*\\.[tj]sx?(?:\\(\\d+,\\d+\\)|:\\d+:\\d+)(?: -|:) error TS\\d+: .+)$", "error TS"),
            of(EXACT, "^\\s*(\\S.*\\(\\d+(?:,\\d+)?\\): error \\w+: .+?)(?: \\[.+proj\\])?$", "): error "),
            of(EXACT, "^(error(?:\\[E\\d+\\]): .+)$", "error[E"),
            of(
                    SPECIFIC,
                    "^(error: (?!aborting due to|could not compile|build failed|test failed|process didn't exit).+)$",
                    "error: "),
            of(EXACT, "^((?:\\./)?[\\w./-]+\\.go:\\d+:\\d+: .+)$", ".go:"),
            of(EXACT, "^(e: .+)$", "e: "),
            of(EXACT, "^\\[error\\] (\\S.*\\.scala:\\d+(?::\\d+)?: .+)$", "[error] "),
            of(EXACT, "^\\s+(\\d+:\\d+\\s+error\\s+.+)$", "error"),
            of(EXACT, "^(\\S+\\.py:\\d+(?::\\d+)?: (?:[EFW]\\d+|error:) .+)$", ".py:"),
            of(EXACT, "^(\\S.*\\S ?: error [A-Z]+\\d+: .+?)(?: \\[.+proj\\])?$", ": error "),
            of(EXACT, "(SC\\d{4} \\(\\w+\\): .+)$", "): "),
            of(SPECIFIC, "^(would reformat .+)$", "would reformat "),
            of(SPECIFIC, "^(\\*\\* \\(\\w+\\) .+)$", "** ("),
            of(SPECIFIC, "^(Can't locate .+ in @INC.*)$", "Can't locate "),
            of(EXACT, "(undefined reference to .+)$", "undefined reference to "),
            of(SPECIFIC, "^\\S*ld(?:\\.\\w+)?: (.+)$|^(ld: .+)$", "ld: ", "ld."),
            of(EXACT, "(LINK : fatal error LNK\\d+: .+|error LNK\\d+: .+)$", "error LNK"),
            next(SPECIFIC, "^CMake Error at .+:\\d+ \\(.+\\):$", "CMake Error at "),
            of(SPECIFIC, "^(CMake Error: .+)$", "CMake Error: "),
            of(EXACT, "^\\s*(SyntaxError: .+)$", "SyntaxError: "),

            // Build tools and package managers
            of(EXACT, "(Could not find artifact \\S+(?: in \\S+ \\(.+?\\))?)", "Could not find artifact "),
            of(
                    SPECIFIC,
                    "(Could not resolve dependencies for project .+)$",
                    "Could not resolve dependencies for project "),
            of(ERROR, "^\\[ERROR\\] (Failed to execute goal .+)$", "[ERROR] Failed to execute goal "),
            of(
                    ERROR,
                    "^\\[ERROR\\] (?!COMPILATION ERROR|Failures:|Errors:|Tests run:|->|\\[Help|Re-run|To see the full|For more inf"
                            + "|After correcting)(\\S.+)$",
                    "[ERROR] "),
            of(EXACT, "^\\s*> (Could not find .+)$", "> Could not find "),
            of(SPECIFIC, "^> ((?!Task |Run with |Configure ).*[Cc]ould not .+)$", "could not "),
            next(ERROR, "^\\* What went wrong:$", "* What went wrong:"),
            of(SPECIFIC, "^\\s*> (.*Compilation failed.*)$", "Compilation failed"),
            of(
                    SPECIFIC,
                    "^npm (?:ERR!|error) (?!code |errno |syscall |path |dest |command |signal |A complete log|Lifecycle|Exit status|Failed at"
                            + "|This is|workspace |location |node |v\\d|\\s*/|notarget This|404 +This|404 Note|404 You|404 +'?@?\\S+' is not|Fix|to accept"
                            + "|this command)(?:(?:404|notarget|enoent|Missing) )?(\\S.+)$",
                    "npm ERR!",
                    "npm error"),
            of(EXACT, "^npm (?:ERR!|error) ([Mm]issing script: .+)$", "missing script: "),
            of(SPECIFIC, "^error (?!Command failed)(\\S.+)$", "error "),
            of(EXACT, "(ModuleNotFoundError: No module named .+)$", "No module named "),
            of(EXACT, "(Module not found: .+|Cannot find module .+)$", "Module not found: ", "Cannot find module "),
            of(
                    SPECIFIC,
                    "^(ERROR: (?:No matching distribution|Could not find a version).+)$",
                    "ERROR: No matching distribution",
                    "ERROR: Could not find a version"),
            of(SPECIFIC, "^(?:E: )(.+)$", "E: "),
            of(EXACT, "^(Could not find gem .+)$", "Could not find gem "),
            of(SPECIFIC, "(No rule to make target .+)$", "No rule to make target "),
            of(GENERAL, "^\\S*make(?:\\[\\d+\\])?: \\*\\*\\* (.+)$", ": *** "),

            // Languages
            of(SPECIFIC, "^(Exception in thread \".+)$", "Exception in thread "),
            of(ERROR, "^(?:Caused by: )(.+)$", "Caused by: "),
            of(SPECIFIC, "^(panic: .+)$", "panic: "),
            of(SPECIFIC, "^([A-Za-z_][\\w.]*(?:Error|Exception)(?:: .+))$", "Error: ", "Exception: "),
            of(SPECIFIC, "(?i)(segmentation fault.*|core dumped.*)$", "segmentation fault", "core dumped"),
            of(SPECIFIC, "^(?:PHP )?(Fatal error: .+)$", "Fatal error: "),

            // Shells, version control, containers, deployment
            of(
                    EXACT,
                    "^(?:.*?: )?(?:line )?\\d+: (.+: (?:command )?not found)$|^.*?: (\\S+: command not found)$",
                    ": not found",
                    ": command not found"),
            of(
                    EXACT,
                    "(?:line )?\\d+: (.+: (?:No such file or directory|Permission denied))$",
                    ": No such file or directory",
                    ": Permission denied"),
            of(EXACT, "^(?:\\S+ : )?(.+ is not recognized as (?:an internal|the name).*)$", " is not recognized as "),
            of(EXACT, "(An error occurred \\(\\w+\\) when calling .+)$", "An error occurred ("),
            of(EXACT, "^Message\\s+: (?:ERROR: )?(.+)$", "Message"),
            of(EXACT, "(CONFLICT \\(.+\\): .+)$", "CONFLICT ("),
            of(EXACT, "(?:^|stderr: )(fatal: .+)$", "fatal: "),
            of(SPECIFIC, "(! \\[(?:remote )?rejected\\] .+)$", "rejected] "),
            of(
                    EXACT,
                    "(Permission denied \\(publickey.*\\).*|Host key verification failed.*)$",
                    "Permission denied (publickey",
                    "Host key verification failed"),
            of(
                    EXACT,
                    "(denied: requested access .+|pull access denied .+|manifest for .+ not found.*|manifest unknown.*)$",
                    "denied: requested access ",
                    "pull access denied ",
                    "manifest for ",
                    "manifest unknown"),
            of(
                    EXACT,
                    "(Cannot connect to the Docker daemon .+?)(?: Is the docker daemon.*)?$",
                    "Cannot connect to the Docker daemon "),
            of(
                    SPECIFIC,
                    "^(ERROR: failed to (?:solve|build).*|COPY failed: .+)$",
                    "ERROR: failed to ",
                    "COPY failed: "),
            of(SPECIFIC, "^(Error response from daemon: .+)$", "Error response from daemon: "),
            of(SPECIFIC, "^(?:[│|╷] )?(Error: .+)$", "Error: "),
            of(SPECIFIC, "^(Error from server .+|error: deployment .+)$", "Error from server ", "error: deployment "),
            of(SPECIFIC, "^(curl: \\(\\d+\\) .+|ssh: connect to .+)$", "curl: (", "ssh: connect to "),
            of(SPECIFIC, "(QUALITY GATE STATUS: FAILED.*)$", "QUALITY GATE STATUS: FAILED"),
            of(
                    SPECIFIC,
                    "(?i)^(?:.*: )?(.*(?:connection (?:refused|timed out|reset by peer)|could not resolve host).*)$",
                    "connection refused",
                    "connection timed out",
                    "connection reset by peer",
                    "could not resolve host"),
            of(ERROR, "^(?:ERROR|FATAL|Fatal|fatal)(?: \\[.+?\\])?:? (\\S.+)$", "ERROR", "FATAL"),
            of(GENERAL, "^(?:Error|error)(?:: | )(\\S.+)$", "Error: ", "Error "),
            of(GENERAL, "^(BUILD FAILED.*|Killed)$", "BUILD FAILED", "Killed"));

    private CauseRules() {}
}
