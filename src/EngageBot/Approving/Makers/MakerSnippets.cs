using EngageBot.Library.Editing;
using EngageBot.Storage;

namespace EngageBot.Approving.Makers;

/// <summary>Puts a maker's words on the backstage shelf, with their consent and never without; the library keeps who did it.</summary>
internal sealed class MakerSnippets(Database database, MakerBoard board, LibraryEdits edits, LibraryFolder folder, Bell bell)
{
    /// <summary>The file that keeps them now, or why none does.</summary>
    public async Task<SnippetOutcome> KeepAsync(string questionId, string person, CancellationToken cancellationToken)
    {
        if (await board.OneAsync(questionId, cancellationToken) is not { } question)
            return new SnippetOutcome.NotKept("There is no such question.");
        if (question is not { State: MakerState.Answered, Words: { } words, FirstName: { } teller })
            return new SnippetOutcome.NotKept("It has not been answered.");
        if (!question.Consent)
            return new SnippetOutcome.NotKept($"{teller} did not agree to it. Ask them.");
        if (question.Snippet is { } kept)
            return new SnippetOutcome.Kept(kept);
        var title = question.Asked is [var first, ..] ? first.Plain : $"{teller} {question.Trade}";
        var outcome = await edits.SaveAsync(LibraryNames.Free("backstage", title, folder.Names()), Sheet(question, teller, words), null, person, cancellationToken);
        if (outcome is not EditOutcome.Saved saved)
            return new SnippetOutcome.NotKept(outcome is EditOutcome.Broken broken ? broken.Reason : outcome is EditOutcome.Unwritable unwritable ? unwritable.Why : "Somebody kept it this moment.");
        await database.WriteAsync(session => session.ExecuteAsync("UPDATE maker_question SET snippet = @File WHERE id = @questionId AND snippet IS NULL", new { saved.File, questionId }), cancellationToken);
        bell.Ring(Topic.Mentions);
        return new SnippetOutcome.Kept(saved.File);
    }

    private static string Sheet(MakerQuestion question, string teller, string words)
    {
        var sheet = FrontMatter.TryParse("")!.With("teller", teller);
        if (question.Asked.Count > 0)
            sheet = sheet.WithList("asks", [.. question.Asked.Select(asked => asked.Plain).Distinct()], inLine: false);
        if (question.Asked is [{ Language: not ("en" or "und") and var language }, ..])
            sheet = sheet.With("language", language);
        return (sheet with { Body = words }).ToString();
    }
}

/// <summary>What came of keeping a maker's words.</summary>
public abstract record SnippetOutcome
{
    private SnippetOutcome()
    {
    }

    /// <summary>This file of the library keeps them.</summary>
    public sealed record Kept(string File) : SnippetOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record NotKept(string Why) : SnippetOutcome;
}
