using System.CommandLine;
using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Cli;

/// <summary><c>draft</c>: what the queue would show for a text.</summary>
internal static class DraftCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var text = new Argument<string>("text") { Description = "What a follower wrote." };
        var author = new Option<string>("--author") { Description = "Who wrote it, for example @lena_k.", DefaultValueFactory = _ => "@follower" };
        var format = OutputFormat.Option();
        var command = new Command("draft", "Prints the draft that the queue would show, its other wordings, and where the words come from.") { text, author, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            var post = Stranger.Post(parsed.GetValue(text)!, parsed.GetValue(author)!.TrimStart('@'));
            var understanding = house.Services.GetRequiredService<MentionReader>().Read(post, Stranger.Account);
            var draft = house.Services.GetRequiredService<Drafter>().Draft(
                post, understanding, Stranger.Account, Talk.First, house.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            foreach (var line in parsed.GetValue(format) == "json" ? Json(understanding, draft) : Tsv(draft))
                Console.WriteLine(line);
            return CommandLine.Done;
        });
        return command;
    }

    private static IEnumerable<string> Tsv(Draft draft) =>
        draft.Wordings.Count == 0
            ? [OutputFormat.Tsv("let-be", draft.LetBe ?? "")]
            : draft.Wordings.Select(wording => OutputFormat.Tsv(wording.Text, string.Join(", ", wording.Sources)));

    private static IEnumerable<string> Json(Understanding understanding, Draft draft) =>
    [
        OutputFormat.JsonLine(new
        {
            intent = Words.Of(understanding.Intent),
            letBe = draft.LetBe,
            wordings = draft.Wordings.Select(wording => new { text = wording.Text, sources = wording.Sources }),
        }),
    ];
}
