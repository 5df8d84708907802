using System.CommandLine;
using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Play;

namespace EngageBot.Sandbox.Hosting;

/// <summary>The sandbox as a program: starts, prints its address and keys, and stays until Ctrl+C.</summary>
internal static class SandboxCommand
{
    public static RootCommand Create()
    {
        var port = new Option<int>("--port") { Description = "Loopback port; 0 takes a free one.", DefaultValueFactory = _ => 0 };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535)
                result.AddError("--port takes a number from 0 to 65535.");
        });
        var seed = new Option<int>("--seed") { Description = "Decides keys and followers.", DefaultValueFactory = _ => 1 };
        var speed = new Option<double>("--speed")
        {
            Description = "realtime, a factor like 10x, max, or 0 to stand still.",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                if (Pace.Parse(result.Tokens.Single().Value) is { } factor)
                    return factor;
                result.AddError("--speed takes realtime, a factor like 10x, max, or 0.");
                return 1;
            },
        };
        var account = new Option<string[]>("--account")
        {
            Description = "Handle of an account to speak for; may be given several times.",
            DefaultValueFactory = _ => ["HarbourTheatre"],
        };
        account.Validators.Add(result =>
        {
            foreach (var handle in result.GetValueOrDefault<string[]>() ?? [])
                if (handle.TrimStart('@') is not { Length: >= 1 and <= 15 } bare || !bare.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                    result.AddError($"--account {handle}: a handle has up to 15 letters, digits or underscores.");
        });
        var limits = Choice("--rate-limits", "Count requests as X does.", "on", "off");
        var dialect = Choice("--dialect", "Words of an answer when the request uses none.", "post", "tweet");
        var oneDialect = new Option<bool>("--one-dialect") { Description = "Refuse the words of the other dialect." };
        var followers = Choice("--followers", "Let followers live in it.", "on", "off");
        var summon = Choice("--summon", "Wording of a refused reply to a stranger.", "new", "old", "off");
        var publicBase = new Option<Uri?>("--public-url")
        {
            Description = "The address that clients sign when a proxy stands between.",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    return address;
                result.AddError("--public-url takes an address like https://x.example.org.");
                return null;
            },
        };
        var command = new RootCommand("A local X with followers, for trying EngageBot out.")
        {
            port, seed, speed, account, limits, dialect, oneDialect, followers, summon, publicBase,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SandboxOptions
            {
                Port = parsed.GetValue(port),
                Seed = parsed.GetValue(seed),
                Speed = parsed.GetValue(speed),
                Accounts = [.. parsed.GetValue(account)!.Select(handle => handle.TrimStart('@')).Distinct(StringComparer.OrdinalIgnoreCase)],
                RateLimits = parsed.GetValue(limits) == "on",
                Dialect = Enum.Parse<Dialect>(parsed.GetValue(dialect)!, ignoreCase: true),
                OneDialect = parsed.GetValue(oneDialect),
                HasFollowers = parsed.GetValue(followers) == "on",
                Rules = new PostRules { Summon = Enum.Parse<SummonRule>(parsed.GetValue(summon)!, ignoreCase: true) },
                PublicBase = parsed.GetValue(publicBase),
            },
            cancellationToken));
        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static async Task<int> RunAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        SandboxHost sandbox;
        try
        {
            sandbox = await SandboxHost.StartAsync(options, cancellationToken);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"Port {options.Port} cannot be used: {exception.Message} Take another, or 0 for a free one.");
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
}
