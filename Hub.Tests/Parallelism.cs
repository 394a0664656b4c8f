// Most fixtures wait most of the time, for processes, databases and messages, so twice as many as cores keep the cores of a small
// machine busy. What a fixture must keep to so that it may run beside any other: docs/testing.md.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
