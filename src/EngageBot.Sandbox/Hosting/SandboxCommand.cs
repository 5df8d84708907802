using System.CommandLine;
using System.Globalization;
using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Play;
using Microsoft.AspNetCore.Connections;

namespace EngageBot.Sandbox.Hosting;

/// <summary>The sandbox as a program: starts, prints its address and keys, and stays until Ctrl+C.</summary>
internal sealed class SandboxCommand
{
    private readonly Option<int> port = new("--port") { Description = "Loopback port; 0 takes a free one." };
    private readonly Option<int> seed = new("--seed") { Description = "Decides keys and followers.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> speed = new("--speed")
    {
        Description = "realtime, a factor like 10x, max, or 0 to stand still.",
        DefaultValueFactory = _ => "realtime",
    };

    private readonly Option<string[]> accounts = new("--account")
    {
        Description = "Handle of an account to speak for; may be given several times.",
        DefaultValueFactory = _ => ["HarbourTheatre"],
    };

    private readonly Option<string> limits = Choice("--rate-limits", "Count requests as X does.", "on", "off");
    private readonly Option<string> dialect = Choice("--dialect", "Words of an answer when the request uses none.", "post", "tweet");
    private readonly Option<bool> oneDialect = new("--one-dialect") { Description = "Refuse the words of the other dialect." };
    private readonly Option<string> followers = Choice("--followers", "Let followers live in it.", "on", "off");
    private readonly Option<string> summon = Choice("--summon", "Wording of a refused reply to a stranger.", "new", "old", "off");
    private readonly Option<string?> publicBase = new("--public-url")
    {
        Description = "The address that clients sign when a proxy stands between.",
    };

    private readonly Option<string?> data = new("--data") { Description = "File that keeps users and posts for the next start." };

    public RootCommand Create()
    {
        Check(port, value => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _), "a number from 0 to 65535");
        Check(seed, value => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number");
        Check(speed, value => Pace.Parse(value) is not null, "realtime, a factor like 10x, max, or 0");
        Check(accounts, IsHandle, "a handle of up to 15 letters, digits or underscores");
        Check(publicBase, IsAddress, "an address like https://x.example.org");
        var command = new RootCommand("A local X with followers, for trying EngageBot out.")
        {
            port, seed, speed, accounts, limits, dialect, oneDialect, followers, summon, publicBase, data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(Read(parsed), cancellationToken));
        return command;
    }

    private SandboxOptions Read(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(port),
        Seed = parsed.GetValue(seed),
        Speed = Pace.Parse(parsed.GetValue(speed)!)!.Value,
        Accounts = [.. parsed.GetValue(accounts)!.Select(handle => handle.TrimStart('@')).Distinct(StringComparer.OrdinalIgnoreCase)],
        RateLimits = parsed.GetValue(limits) == "on",
        Dialect = Enum.Parse<Dialect>(parsed.GetValue(dialect)!, ignoreCase: true),
        OneDialect = parsed.GetValue(oneDialect),
        HasFollowers = parsed.GetValue(followers) == "on",
        Rules = new PostRules { Summon = Enum.Parse<SummonRule>(parsed.GetValue(summon)!, ignoreCase: true) },
        DataFile = parsed.GetValue(data),
        PublicBase = parsed.GetValue(publicBase) is { } address ? new Uri(address) : null,
    };

    private static async Task<int> RunAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        SandboxHost sandbox;
        try
        {
            sandbox = await SandboxHost.StartAsync(options, cancellationToken);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.InnerException is AddressInUseException
                ? $"Port {options.Port} is taken. Take another, or 0 for a free one."
                : $"The sandbox cannot start: {exception.Message}");
            return 1;
        }

        await using (sandbox)
        {
            foreach (var line in sandbox.Keys.Lines(sandbox.BaseUri))
                Console.WriteLine(line);
            var stopped = new TaskCompletionSource();
            await using (cancellationToken.Register(stopped.SetResult))
                await stopped.Task;
        }

        return 0;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    // On the words themselves: a value that cannot even be converted would throw here.
    private static void Check(Option option, Func<string, bool> isGood, string expected) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !isGood(token.Value)))
            result.AddError($"{option.Name} takes {expected}, not \"{token.Value}\".");
    });

    private static bool IsHandle(string handle) =>
        handle.TrimStart('@') is { Length: >= 1 and <= 15 } bare && bare.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
