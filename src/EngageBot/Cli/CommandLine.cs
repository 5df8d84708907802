using System.CommandLine;

namespace EngageBot.Cli;

/// <summary>The commands. Exit codes: 0 done, 1 failed, 2 wrong usage or bad input with one line on standard error.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <param name="build">Builds the whole program from settings like <c>--Storage:Engine=postgresql</c>, without starting it.</param>
    public static async Task<int> RunAsync(string[] args, HouseBuilder build)
    {
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            await Console.Error.WriteLineAsync("One of the words is empty. Leave it out, or put something between the quotes.");
            return WrongUsage;
        }
        // Settings may stand between the words of a command; the host reads them, the commands never see them.
        var settings = args.Where(IsSetting).ToArray();
        // Without response files: @lena_k is a person.
        var parsed = Root(settings, build).Parse([.. args.Except(settings)], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var error, ..])
        {
            await Console.Error.WriteLineAsync($"{string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} Try --help.");
            return WrongUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (Trouble.Explain(exception) is { } why)
        {
            await Console.Error.WriteLineAsync(why.Sentence);
            return why.ExitCode;
        }
    }

    private static RootCommand Root(string[] settings, HouseBuilder build)
    {
        var root = new RootCommand("Listens to an organisation's mentions, drafts replies, lets people decide, posts what they approved. Without a command it runs everything.");
        root.SetAction((_, cancellationToken) => RunCommand.ExecuteAsync(settings, build, cancellationToken));
        root.Subcommands.Add(ClassifyCommand.Create(settings, build));
        root.Subcommands.Add(LintCommand.Create(settings, build));
        root.Subcommands.Add(DraftCommand.Create(settings, build));
        root.Subcommands.Add(AnswersCommand.Create());
        root.Subcommands.Add(ReplayCommand.Create(settings, build));
        root.Subcommands.Add(ReceiptCommand.Create(settings, build));
        root.Subcommands.Add(PeopleCommand.Create(settings, build));
        root.Subcommands.Add(BackupCommand.Create(settings, build));
        root.Subcommands.Add(RestoreCommand.Create(settings, build));
        root.Subcommands.Add(DoctorCommand.Create(settings, build));
        return root;
    }

    /// <summary>Options of commands have no colon and no dot; <c>--urls</c> and the like are the host's own.</summary>
    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal)
        && (arg.Split('=')[0].Contains(':', StringComparison.Ordinal) || HostSettings.Contains(arg.Split('=')[0][2..], StringComparer.OrdinalIgnoreCase));

    private static readonly string[] HostSettings = ["urls", "environment", "contentRoot", "applicationName"];
}
