// Made from contracts/src/Anchor.sol by contracts/generate.ts; change the Solidity and run it again.
export const anchorAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "anchoredSize",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "JournalNotGrowing",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "Anchored",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "anchor",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      }
    ],
    "name": "latest",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "anchoredAt",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const anchorBytecode = '0x60808060405234601557610245908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081634a4aac1a146101c1575063db2c4aca14610032575f80fd5b346101bd5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101bd5760043560243567ffffffffffffffff81168091036101bd57335f525f60205267ffffffffffffffff600160405f200154168082111561018b57506040516060810181811067ffffffffffffffff82111761015e57604052828152602081019082825267ffffffffffffffff600160408301928242168452335f525f60205260405f2090518155019251167fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff00000000000000008454935160401b1692161717905560405191825260208201527f89a6d921e8e91c18be78a016997c04625db0d36e402bd063eb22521fe39e03c060403392a2005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f2631eafd000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b5f80fd5b346101bd5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101bd576004359073ffffffffffffffffffffffffffffffffffffffff82168092036101bd576060915f525f60205267ffffffffffffffff60405f2060018154910154908352818116602084015260401c166040820152f3' as const;
