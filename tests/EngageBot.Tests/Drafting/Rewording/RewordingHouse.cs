using System.Text.Json;
using EngageBot.Approving;
using EngageBot.Drafting.Rewording;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Networks;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace EngageBot.Tests.Drafting.Rewording;

/// <summary>The line with a small library and a language model that says what a test tells it to.</summary>
public sealed class RewordingHouse : IAsyncLifetime
{
    public const string Key = "TOPSECRETkey";
    public const string Answer = "Doors open at 6.30 pm, an hour before the curtain. https://harbourtheatre.org/visit";
    public const string Thanks = "Thank you, Lena, that means a lot to all of us backstage.";

    private readonly string prompts = Directory.CreateTempSubdirectory("engagebot-prompts-").FullName;
    private int writers;

    internal ScriptedX Model { get; private set; } = null!;

    internal TestLine Line { get; private set; } = null!;

    internal FakeLogCollector Logs { get; } = new();

    /// <summary>Why the latest rewording was dropped.</summary>
    internal string? Dropped => Logs.GetSnapshot().LastOrDefault(log => log.Level == LogLevel.Debug && log.Message.Contains("was dropped", StringComparison.Ordinal))?.Message.Split(": ")[^1];

    public async Task InitializeAsync()
    {
        Put("replies/thanks/one.liquid", "---\n---\nThank you{% if first_name %}, {{ first_name }}{% endif %}, that means a lot to all of us backstage.");
        Put("replies/question/one.liquid", "---\nfor: answered\n---\n{{ answer }} {{ link }}");
        Put("replies/complaint/one.liquid", "---\n---\nI am sorry that we made your evening a hard one. Would you tell me more about it?");
        Put("answers/doors.md", "---\nquestion: When do the doors open?\nlink: https://harbourtheatre.org/visit\n---\nDoors open at 6.30 pm, an hour before the curtain.");
        Put("backstage/rope.md", "---\nteller: Marta from the fly floor\nabout:\ntopics: [rope]\n---\nnobody is delighted by a wet rope, and yet we always come in with one.");
        Model = await ScriptedX.StartAsync(TimeProvider.System);
        Line = await StartAsync(on: true);
    }

    public async Task DisposeAsync()
    {
        await Line.DisposeAsync();
        await Model.DisposeAsync();
        Directory.Delete(prompts, recursive: true);
    }

    /// <summary>A line of its own.</summary>
    internal Task<TestLine> StartAsync(bool on) => TestLine.StartAsync(Engine.Sqlite, prompts: prompts, with: builder =>
    {
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(new FakeLoggerProvider(Logs));
        builder.Configuration["Rewording:Endpoint"] = $"{Model.BaseUrl}/v1";
        builder.Configuration["Rewording:Model"] = "small-model";
        builder.Configuration["Rewording:ApiKey"] = Key;
        if (on)
            builder.Configuration["Rewording:Enabled"] = "true";
    });

    internal Task<OpenMention> ThankedAsync(string text = "@HarbourTheatre thank you so much, what a wonderful evening") => WritesAsync(text);

    internal Task<OpenMention> AskedAsync(string text = "@HarbourTheatre when do the doors open?") => WritesAsync(text);

    internal void Says(string text, string? finish = "stop") =>
        Model.Answers(200, JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text }, finish_reason = finish } } }));

    internal Task<Wording?> OfferAsync(OpenMention letter, CancellationToken cancellationToken = default) =>
        Line.Get<Rewordings>().OfferAsync(letter.Mention, letter.Draft, cancellationToken);

    /// <summary>What the model was told last: its task, and the data.</summary>
    internal (string Task, JsonElement Data) LastQuestion()
    {
        var messages = JsonDocument.Parse(Model.Requests.Last().Body).RootElement.GetProperty("messages");
        Assert.Equal(["system", "user"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        return (messages[0].GetProperty("content").GetString()!, JsonDocument.Parse(messages[1].GetProperty("content").GetString()!).RootElement);
    }

    private async Task<OpenMention> WritesAsync(string text)
    {
        var writer = $"lena_{Interlocked.Increment(ref writers)}";
        var post = Line.Writes(text, writer, name: "Lena Kranz");
        await Line.ListenAsync();
        return await Line.OpenByPostAsync(post.Id);
    }

    private void Put(string file, string text)
    {
        var path = Path.Combine(prompts, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
