using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Conversing;

/// <summary>Forty talks of three turns and more, from the mention to the posted reply, all on one line as they would be in life.</summary>
public sealed class ConversationsTests(ConversationsTests.OneLine line) : IClassFixture<ConversationsTests.OneLine>
{
    public static TheoryData<string> Names => ConversationScript.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Talks_as_a_person_would(string name) => new ConversationRun(line.Line, name).PlayAsync(ConversationScript.Of(name));

    public sealed class OneLine : IAsyncLifetime
    {
        private readonly string prompts = Directory.CreateTempSubdirectory("engagebot-talks-").FullName;

        internal TestLine Line { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Copy(Path.Combine(AppContext.BaseDirectory, "prompts"), prompts);
            Line = await TestLine.StartAsync(Engine.Sqlite, prompts: prompts);
        }

        public async Task DisposeAsync()
        {
            await Line.DisposeAsync();
            Directory.Delete(prompts, recursive: true);
        }

        private static void Copy(string from, string to)
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
