using System.CommandLine;
using EngageBot.Approving.Knowing;

namespace EngageBot.Cli;

/// <summary><c>people</c>: what is held about a follower, for them; and forgetting them when they ask for it.</summary>
internal static class PeopleCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var people = new Command("people", "What is held about a follower.");
        people.Subcommands.Add(Export(settings, build));
        people.Subcommands.Add(Forget(settings, build));
        return people;
    }

    private static Command Export(string[] settings, HouseBuilder build)
    {
        var handle = Handle();
        var format = new Option<string>("--format") { Description = "text to be read, or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var export = new Command("export", "Prints everything that is held about somebody, to be handed to them.") { handle, format };
        export.SetAction(async (parsed, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            await house.PrepareAsync(cancellationToken);
            var held = await house.Services.GetRequiredService<HeldAbout>().HandleAsync(parsed.GetValue(handle)!, cancellationToken)
                ?? throw new BadInputException(Nobody(parsed.GetValue(handle)!));
            Console.WriteLine(parsed.GetValue(format) == "json" ? HeldText.Json(held) : HeldText.Plain(held));
            return CommandLine.Done;
        });
        return export;
    }

    private static Command Forget(string[] settings, HouseBuilder build)
    {
        var handle = Handle();
        var forget = new Command("forget", "Forgets somebody who asks for it: what they said, what we said to them, who they are. It cannot be taken back.") { handle };
        forget.SetAction(async (parsed, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            await house.PrepareAsync(cancellationToken);
            var count = await house.Services.GetRequiredService<Oblivion>().ForgetAsync(parsed.GetValue(handle)!, "the command line", cancellationToken)
                ?? throw new BadInputException(Nobody(parsed.GetValue(handle)!));
            Console.WriteLine(OutputFormat.Tsv("mentions forgotten", $"{count}"));
            return CommandLine.Done;
        });
        return forget;
    }

    private static Argument<string> Handle() => new("handle") { Description = "As on X, for example @lena_k." };

    private static string Nobody(string handle) => $"Nothing is held about @{handle.TrimStart('@')}.";
}
