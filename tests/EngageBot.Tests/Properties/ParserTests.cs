using CsCheck;
using EngageBot.Api;
using EngageBot.Approving;
using EngageBot.Approving.Finding;
using EngageBot.Conversing;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Translation;
using EngageBot.Hours;
using EngageBot.Language;
using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;
using EngageBot.Library;
using EngageBot.Library.Editing;
using EngageBot.Networks.X.Wire;
using EngageBot.Reporting;
using EngageBot.Storage;
using EngageBot.Tests.House;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Whatever comes in from outside is read or refused in words of our own; nothing else ever happens.</summary>
public sealed class ParserTests
{
    private static readonly string Prompts = Path.Combine(SourceTree.Root, "prompts");

    [Fact]
    public void Any_answer_of_X_is_a_page_or_none_and_what_is_read_can_be_stored() => Judge(
        2000,
        Mutations.Of(
            """{"data":[{"id":"190","text":"@HarbourTheatre &amp; when? https://t.co/x","author_id":"7","created_at":"2026-05-31T18:00:00.000Z","conversation_id":"190","lang":"en","entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://a.example/b"}]},"referenced_posts":[{"type":"replied_to","id":"180"}]}],"includes":{"users":[{"id":"7","username":"pia","name":"Pia"}],"posts":[{"id":"180","text":"so it is","author_id":"1"}]},"meta":{"next_token":"n","newest_id":"190","result_count":1}}""",
            """{"errors":[{"resource_id":"190","title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"}],"data":[{"id":"191","text":"x","note_tweet":{"text":"long"}}]}""",
            """{"meta":{"result_count":0}}"""),
        text =>
        {
            if (JsonText.Parse(PlainText.WellFormed(text)) is not { } root) // as bytes become text
                return;
            Lookup.Gone(root);
            foreach (var post in new XPageReader(new KnownPeople()).Read(root)?.Posts ?? [])
                Assert.True(new[] { post.Text, post.Author.Handle, post.Author.Name }.All(words => words == PlainText.WellFormed(words) && !words.Contains('\0', StringComparison.Ordinal)), "half a letter or a NUL");
        });

    [Fact]
    public void Any_file_of_the_library_is_used_or_refused_with_its_line() => Judge(
        600,
        Mutations.Of([.. Some("replies", "*.liquid"), .. Some("answers", "*.md"), .. Some("backstage", "*.md"), File.ReadAllText(Path.Combine(Prompts, "voice.yaml"))]),
        text =>
        {
            Refuses<BrokenFileException>(() => FileParser.Answer("a", text));
            Refuses<BrokenFileException>(() => FileParser.Snippet("a", text));
            Refuses<BrokenFileException>(() => FileParser.Voice(text));
            Refuses<BrokenFileException>(() => ReplyParser.Parse("thanks/a", text));
            FrontMatter.TryParse(text)?.With("teller", "Mira").ToString();
        });

    [Fact]
    public void Any_phrasebook_is_read_or_refused_with_its_line() => Judge(
        1000,
        Mutations.Of("msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n# one\nmsgid \"{0} waiting\"\nmsgstr \"{0} warten\"\n\nmsgid \"one mention\"\nmsgid_plural \"{0} mentions\"\nmsgstr[0] \"eine\"\nmsgstr[1] \"{0}\"\n"),
        text => Refuses<FormatException>(() => PhrasebookFile.Read("de", text)));

    [Fact]
    public void Anything_can_be_typed_into_a_field_or_an_address() => Judge(
        3000,
        Mutations.Of("from:@pia is:answered lang:de \"low water\" storm", "?lane=questions&order=newest&q=roof&account=HarbourTheatre", "10:00–18:00, 20:00–01:00", "2026-05-31", "@HarbourTheatre stop replying to me", "See https://a.example/b?c=d and www.müller.example", "AAAAAAAAAAAAAAAAAAAAAA"),
        text =>
        {
            SearchQuery.Parse(text);
            _ = Sight.OfQuery(text).Query;
            Cursor.TryParse(text, QueueOrder.Due, out _);
            Period.Read(text, text, text, DateTimeOffset.UnixEpoch.AddYears(56), TimeZoneInfo.Utc, out _);
            OptOuts.AsksToStop(text);
            ReplyText.Objection(text);
            Assert.True(WeightedText.Length(text) >= 0);
            if (OpenSpan.Read(text, out var spans) is null)
                Assert.Null(OpenSpan.Read(OpenSpan.Write(spans), out _));
        });

    [Fact]
    public void Weights_that_are_not_what_was_written_are_never_used()
    {
        var heads = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Language", "Heads", "Weights", "mentions.bin")).AsSpan(0, 2000).ToArray();
        var file = Path.GetTempFileName();
        Judge(300, Mutations.Of(heads), bytes =>
        {
            Assert.Throws<HeadsException>(() => HeadsFile.Read(bytes, "mentions.bin"));
            File.WriteAllBytes(file, [.. "ENGENCOD"u8, .. bytes]);
            Assert.Throws<WeightsException>(() => WeightsFile.Read(file));
        });
        File.Delete(file);
    }

    [Fact]
    public async Task A_damaged_backup_is_found_out_or_is_none()
    {
        await using var temp = await TempDatabase.CreateAsync(Engine.Sqlite);
        var file = Path.GetTempFileName();
        File.Delete(file);
        await new Backups(temp.Database).SaveAsync(file, CancellationToken.None);
        Judge(60, Mutations.Of(await File.ReadAllBytesAsync(file)), bytes =>
        {
            File.WriteAllBytes(file, bytes);
            if (Record.Exception(() => Backups.RefuseDamaged(file)) is { } refusal)
                Assert.NotNull(StorageTrouble.Explain(refusal));
        });
        File.Delete(file);
    }

    private static void Judge<T>(long ordinary, Gen<T> texts, Action<T> judge) =>
        texts.Sample(judge, iter: Effort.Times(ordinary), threads: 1, print: text => text is byte[] bytes ? $"{bytes.Length} bytes" : System.Text.Json.JsonSerializer.Serialize(text));

    private static void Refuses<T>(Action read) where T : Exception
    {
        if (Record.Exception(read) is { } refusal and not T)
            Assert.Fail(refusal.ToString());
    }

    private static IEnumerable<string> Some(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Prompts, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, place) => place % 9 == 0).Select(File.ReadAllText);
}
