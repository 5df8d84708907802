using System.Text.RegularExpressions;
using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;
using EngageBot.Language.Identification;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>What went wrong at the start or in a command, in one line that says what to do.</summary>
internal static partial class Trouble
{
    /// <summary>Null for a bug, which deserves its stack trace.</summary>
    public static (string Sentence, int ExitCode)? Explain(Exception exception) => exception switch
    {
        BadInputException bad => (bad.Message, CommandLine.WrongUsage),
        OptionsValidationException invalid => (string.Join(' ', invalid.Failures.Distinct().Select(Plain)), CommandLine.WrongUsage),
        InvalidDataException { InnerException: FormatException } broken => ($"appsettings.json cannot be read: {Innermost(broken)}", CommandLine.WrongUsage),
        InvalidOperationException binding when UnknownSetting(binding) is { } unknown => (unknown, CommandLine.WrongUsage),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } busy =>
            ($"{busy.Message.TrimEnd('.')}. Another EngageBot may be running; stop it, or choose another address with --urls=http://localhost:5090.", CommandLine.Failed),
        FormatException address when address.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            ($"{address.Message} is no address to open the desk at. Write --urls=http://localhost:5090.", CommandLine.WrongUsage),
        HeadsException or WeightsException or LanguagesException => (exception.Message, CommandLine.Failed),
        _ when StorageTrouble.Explain(exception) is { } storage => (storage, CommandLine.Failed),
        AggregateException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>The framework's words for a number out of range, and its prefix, in the words of the settings.</summary>
    private static string Plain(string failure) =>
        OutOfRange().Replace(MemberPrefix().Replace(failure, ""), "$1:$2 must lie $3");

    private static string? UnknownSetting(InvalidOperationException exception)
    {
        if (UnknownProperties().Match(exception.Message) is { Success: true } unknown)
            return $"Unknown setting in the configuration: {unknown.Groups[2].Value} ({unknown.Groups[1].Value.Split('.')[^1].Replace("Options", "", StringComparison.Ordinal)}). Check its spelling, or remove it.";
        return WrongValue().Match(exception.Message) is { Success: true } wrong
            ? $"The setting {wrong.Groups[1].Value} has a value of the wrong kind: {Innermost(exception)}"
            : null;
    }

    private static string Innermost(Exception exception) => exception.GetBaseException().Message;

    [GeneratedRegex(@"^\w+: (?=\w)")]
    private static partial Regex MemberPrefix();

    [GeneratedRegex(@"^The field (\w+?)Options\.(\w+) must be (between)")]
    private static partial Regex OutOfRange();

    [GeneratedRegex("properties were not found on the instance of (.+?): (.+)$")]
    private static partial Regex UnknownProperties();

    [GeneratedRegex("^Failed to convert configuration value .*at '(.+?)'")]
    private static partial Regex WrongValue();
}
