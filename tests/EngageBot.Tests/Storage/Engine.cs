using Xunit;

namespace EngageBot.Tests.Storage;

/// <summary>The engines that one spelling of SQL must run on.</summary>
public enum Engine
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a theory on both engines.</summary>
public sealed class BothEngines : TheoryData<Engine>
{
    public BothEngines()
    {
        Add(Engine.Sqlite);
        Add(Engine.PostgreSql);
    }
}
