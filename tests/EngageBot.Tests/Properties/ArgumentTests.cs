using CsCheck;
using EngageBot.Cli;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Whatever is typed behind the program's name is understood or refused, with an exit code that says which.</summary>
public sealed class ArgumentTests
{
    private static readonly string[] Right =
    [
        "classify no-such-file --format json", "lint no-such-file", "draft hello --author @lena_k", "answers search no-such-file --library no-such-folder --top 3 --format tsv",
        "replay no-such-file", "receipt --day 2026-05-31 --compare --format json", "people export @lena_k --format json", "people forget lena_k", "backup copy.db", "restore no-such-file",
        "doctor", "--urls=http://127.0.0.1:0 --Storage:Engine=sqlite", "receipt --Storage:ConnectionString=Data Source=x.db",
    ];

    [Fact]
    public async Task Nearly_right_words_end_in_an_exit_code_and_never_in_a_stack_trace()
    {
        var errors = Console.Error;
        Console.SetError(TextWriter.Null); // hundreds of refusals tell nobody anything
        try
        {
            await Gen.Select(Mutations.Of(Right).Where(typed => !typed.Contains('\0', StringComparison.Ordinal)), Gen.Bool).SampleAsync(
                // some of them reach the program as one word with blanks in it
                async (typed, isQuoted) => Assert.InRange(await CommandLine.RunAsync(isQuoted ? typed.Split(' ', 3) : typed.Split(' '), Refuse), CommandLine.Done, CommandLine.WrongUsage),
                iter: Effort.Times(400),
                threads: 1);
        }
        finally
        {
            Console.SetError(errors);
        }
    }

    /// <summary>What comes so far was understood.</summary>
    private static Task<WebApplication> Refuse(string[] settings, NetworkWish network, CancellationToken cancellationToken) => throw new BadInputException("understood");
}
