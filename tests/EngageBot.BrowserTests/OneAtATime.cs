using Xunit;

// Each class has a program and a browser of its own; several at once would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
